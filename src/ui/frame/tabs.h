// Figures that stand under tabs: which tab is open, and the strip that opens another.
#pragma once

#include <string>

#include "ui/frame/card.h"

namespace ui {

// The tab whose figures are in view: the view's, or the first where no figure stands under that.
// Empty where there are no tabs.
std::string open_tab(const lab::View& view);

// The height of the strip at this width; 0 without tabs.
float tab_strip_height(const lab::View& view, float width);

// Draws the strip. A click, a tap, or an arrow key while it has the keyboard asks for another tab
// (`lab::tab_key`).
void tab_strip(const Setting& s, ImVec2 at, float width);

}  // namespace ui
