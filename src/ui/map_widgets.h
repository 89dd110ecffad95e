// The heights that the widgets of maps ask for at a width, in points.
#pragma once

#include "lab/figure.h"

namespace ui {

float tiles_height(const lab::Tiles& shape, float width);
float sliding_height(const lab::Sliding& shape, float width);

}  // namespace ui
