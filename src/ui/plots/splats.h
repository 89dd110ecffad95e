// A cloud of very many points, with ellipses and a cross-hair that can be dragged.
#pragma once

#include "lab/shapes/splats.h"
#include "ui/frame/widget.h"
#include "ui/plots/plot.h"

namespace ui {

template <>
struct Widget<lab::Splats> {
  static void draw(const char* id, const lab::Splats& s, ImVec2 size, Desk& desk);
  static float height(const lab::Splats& s, float width);
  static float least_height(const lab::Splats&, float) { return least_plot_height(); }
  static constexpr bool stretches = true;
  static bool wants_full_width(const lab::Splats&, float) { return false; }
};

}  // namespace ui
