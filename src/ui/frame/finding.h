// The sentence beneath a story that says what is found in it, in a few faint lines.
#pragma once

#include <string_view>

#include "ui/frame/card.h"

namespace ui {

// What of a figure's words stands beneath it: the first sentence, whole, and the second with it
// where both together are short. The rest is for who listens.
std::string_view caption(std::string_view alt);

// The height that the finding of `f` takes at this width.
float finding_height(const lab::Figure& f, float width);

void draw_finding(const lab::Figure& f, ImVec2 at, float width);

}  // namespace ui
