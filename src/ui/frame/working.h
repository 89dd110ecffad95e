// The room that arithmetic takes when it is broken into rows.
#pragma once

#include "lab/figure.h"

namespace ui {

float working_height(const lab::Working& shape, float width);

}  // namespace ui
