// All controls of a lab in columns.
#pragma once

#include "lab/view.h"
#include "ui/frame/widget.h"

namespace ui {

// Draws the controls of `view` at ImGui's cursor, in as many columns as the width has room for, and
// returns the height that they take.
float controls(const lab::View& view, float width, Desk& desk);

// True where there is anything to draw.
bool has_controls(const lab::View& view);

}  // namespace ui
