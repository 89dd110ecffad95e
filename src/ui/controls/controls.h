// All controls of a lab in columns.
#pragma once

#include <string>

#include "lab/view.h"
#include "ui/frame/widget.h"

namespace ui {

// How far controls stand apart: as a finger needs it, or as many as can be in view at once.
enum class Closeness { roomy, dense };

// Heights in points: of everything, and of what stands above the controls under "more".
struct Taken {
  float height = 0, folded = 0;
};

// Draws the controls of `view` that stand with no tab at ImGui's cursor, in as many columns as the
// width has room for, and returns the height that they take.
Taken controls(const lab::View& view, float width, Closeness closeness, Desk& desk);

// Draws those that stand with the tab, likewise, and returns their height; 0 where there are none.
float tab_controls(const lab::View& view, const std::string& tab, float width, Desk& desk);

// True where so few are in view that a column of their own would stand empty.
bool few_controls(const lab::View& view);

// True where there is anything to draw beside the story.
bool has_controls(const lab::View& view);

}  // namespace ui
