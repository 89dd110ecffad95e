// What the layout needs to know of a figure's shape, whichever it is: see ui::Widget.
#pragma once

#include "ui/frame/widget.h"

namespace ui {

void draw_shape(const char* id, const lab::Shape& shape, ImVec2 size, Desk& desk);
float wanted_height(const lab::Shape& shape, float width);
float least_height(const lab::Shape& shape, float width);
bool stretches(const lab::Shape& shape);
bool wants_full_width(const lab::Shape& shape, float beside);
// As wide as it is high, a plane with one scale for both axes or one map: half the width of a phone
// costs it little.
bool is_square(const lab::Shape& shape);

}  // namespace ui
