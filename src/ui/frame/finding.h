// The sentence beneath a story that says what is found in it, in a few faint lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/frame/card.h"

namespace ui {

// `text` in lines of at most `width` points, broken between words. A word that is longer has a line
// of its own.
std::vector<std::string> broken(std::string_view text, float width);

// What of a figure's words stands beneath it: the first sentence, whole, and the second with it where
// both together are short. The rest is for who listens.
std::string_view caption(std::string_view alt);

// The height that the finding of `f` takes at this width.
float finding_height(const lab::Figure& f, float width);

void draw_finding(const lab::Figure& f, ImVec2 at, float width);

}  // namespace ui
