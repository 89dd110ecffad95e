// Points and arrows in a plane, some of which can be dragged.
#pragma once

#include "lab/shapes/scatter.h"
#include "ui/frame/widget.h"
#include "ui/plots/plot.h"

namespace ui {

template <>
struct Widget<lab::Scatter> {
  static void draw(const char* id, const lab::Scatter& s, ImVec2 size, Desk& desk);
  static float height(const lab::Scatter& s, float width);
  static float least_height(const lab::Scatter&, float) { return least_plot_height(); }
  static constexpr bool stretches = true;
  static bool wants_full_width(const lab::Scatter&, float) { return false; }
};

}  // namespace ui
