// What the layout needs to know of a figure's shape.
#pragma once

#include "ui/frame/widget.h"

namespace ui {

void draw_shape(const char* id, const lab::Shape& shape, ImVec2 size, Desk& desk);

// Plots may be made higher than they ask for; what is counted in cells and lines may not.
bool stretches(const lab::Shape& shape);

// True where the shape would have to break into rows in the width that controls at its side leave.
bool wants_full_width(const lab::Shape& shape, float beside);

}  // namespace ui
