// Words in lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ui {

// `text` in lines of at most `width` points, broken between words. A word that is longer has a line
// of its own.
std::vector<std::string> broken(std::string_view text, float width);

// The width of its longest word.
float widest_word(std::string_view text);

}  // namespace ui
