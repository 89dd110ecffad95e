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

// The height that the finding of `f` takes at this width, in at most `most` lines.
float finding_height(const lab::Figure& f, float width, int most);

// Draws it. Where lines are left out, the last ends in "…" and all are read out when it is pointed at
// or has the keyboard.
void draw_finding(const lab::Figure& f, ImVec2 at, float width, int most);

}  // namespace ui
