// Numbers: a track to drag along, by ratios where the field says so, and a value to type.
#pragma once

#include "ui/frame/widget.h"

namespace ui {

// A slider with its typed value, for whole numbers and reals.
void slider(const lab::Field& field, float width, Desk& desk);

}  // namespace ui
