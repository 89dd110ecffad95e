// The frame of a plot: axes, ticks, grid, and the way from values to points on the canvas.
#pragma once

#include <imgui.h>

#include <string>
#include <vector>

#include "lab/figure.h"
#include "ui/frame/focus.h"
#include "ui/frame/marks.h"
#include "ui/frame/theme.h"
#include "ui/plots/ticks.h"

namespace ui {

// Along which axes a part of a plot may be enlarged.
enum class Zoomable { no, x, both };

struct Plot {
  Box inner;  // where the marks go
  Range x, y;
  Area area;  // the whole figure
  ImDrawList* draw = nullptr;
  Zoomable zoomable = Zoomable::no;
  bool named_beside = false;  // the right margin takes the names of level rules

  // Far beyond the frame everything is as good as anywhere: keeps coordinates sane for the clipper.
  float px(double value) const;
  float py(double value) const;
  ImVec2 at(double vx, double vy) const { return {px(vx), py(vy)}; }
  double x_at(float p) const { return x.value((p - inner.min.x) / inner.width()); }
  double y_at(float p) const { return y.value((inner.max.y - p) / inner.height()); }
};

struct Frame {
  const lab::Axis& x;
  const lab::Axis& y;
  Range x_range, y_range;
  float right_room = 0;                             // for labels at the ends of curves
  float head = 0;                                   // for a legend beneath the title along y
  bool equal = false;                               // one unit as long on both axes
  Zoomable zoomable = Zoomable::no;                 // the part in view is kept under the id
  const std::vector<std::string>* names = nullptr;  // in place of ticks along x, one per unit
};

// Whether a value lies on the part of an axis that is shown. Zero and less lie below what is
// logarithmic; NaN lies inside, since it lies nowhere.
enum class AxisEnd { low, inside, high };
AxisEnd axis_end(const Range& axis, double value);

// An arrow with its tip at the edge of a plot: what it stands for lies further that `way`.
void edge_arrow(ImDrawList& draw, ImVec2 tip, ImVec2 way, ImU32 colour);

// Draws the frame at ImGui's cursor into `size`.
Plot plot(const char* id, const Frame& frame, ImVec2 size);

// The height that suits a plot of this width.
float plot_height(float width);
// With names in place of numbers along x, which may take several rows.
float plot_height(float width, const std::vector<std::string>& names);

// The least height that a plot can still be read in.
float least_plot_height();

}  // namespace ui
