// What cannot be computed, in words, on the canvas.
#pragma once

#include "ui/frame/card.h"

namespace ui {

// The height that the problems of the report take at this width; 0 without any.
float complaints_height(const Setting& s, float width);

void complaints(const Setting& s, ImVec2 at, float width);

}  // namespace ui
