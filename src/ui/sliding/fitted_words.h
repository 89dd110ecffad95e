// Which of several ways to say a thing has room.
#pragma once

#include <span>
#include <string>

namespace ui {

// The first of `ways` that takes at most `lines` lines of `width` points, or the last, broken into
// lines at spaces.
std::string fitted_words(std::span<const std::string> ways, float width, int lines);

}  // namespace ui
