// All controls of a lab in columns.
#pragma once

#include "lab/view.h"
#include "ui/frame/widget.h"

namespace ui {

// How far controls stand apart: as a finger needs it, or as many as can be in view at once.
enum class Closeness { roomy, dense };

// Heights in points: of everything, and of what stands above the controls under "more".
struct Taken {
  float height = 0, folded = 0;
};

// Draws the controls of `view` at ImGui's cursor, in as many columns as the width has room for, and
// returns the height that they take.
Taken controls(const lab::View& view, float width, Closeness closeness, Desk& desk);

// True where there is anything to draw.
bool has_controls(const lab::View& view);

}  // namespace ui
