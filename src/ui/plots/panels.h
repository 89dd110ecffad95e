// Small planes side by side on one pair of axes, in rows where the width is small.
#pragma once

#include <string>
#include <vector>

#include "lab/figure.h"
#include "ui/frame/focus.h"
#include "ui/frame/marks.h"
#include "ui/plots/ticks.h"

namespace ui {

struct PanelFrame {
  const lab::Axis& x;
  const lab::Axis& y;
  Range x_range, y_range;
  std::vector<std::string> names;                       // one for each panel
  const std::vector<std::string>* row_names = nullptr;  // in place of ticks along y, from the top
  float aspect = 0.7f;                                  // height of a panel over its width
  float foot = 0;                                       // room beneath all of them
};

struct Panels {
  Area area;  // the whole figure
  ImDrawList* draw = nullptr;
  std::vector<Box> inner;  // where the cells go, on whole device pixels
  ImVec2 foot;             // top left of the room beneath
  int columns = 1;
  Range x, y;

  ImVec2 at(std::size_t panel, double vx, double vy) const;
  int find(ImVec2 point) const;  // the panel under a point, or -1
};

// Draws names, ticks and titles of the axes at ImGui's cursor into `size`.
Panels panels(const char* id, const PanelFrame& frame, ImVec2 size);

// The height that they ask for at this width, in points.
float panels_height(const PanelFrame& frame, float width);

// The least height that they can still be read in.
float least_panels_height(const PanelFrame& frame, float width);

// The colour of a class: Okabe and Ito's orange and blue first. Classes differ by marker as well.
ImU32 class_colour(int index);
void class_marker(ImDrawList& draw, ImVec2 at, float radius, int index, bool hollow);

}  // namespace ui
