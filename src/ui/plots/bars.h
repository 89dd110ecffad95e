// Bars from a zero line: named ones, or a histogram.
#pragma once

#include "lab/shapes/bars.h"
#include "ui/frame/widget.h"
#include "ui/plots/plot.h"

namespace ui {

template <>
struct Widget<lab::Bars> {
  static void draw(const char* id, const lab::Bars& s, ImVec2 size, Desk& desk);
  static float height(const lab::Bars& s, float width);
  static float least_height(const lab::Bars&, float) { return least_plot_height(); }
  static constexpr bool stretches = true;
  static bool wants_full_width(const lab::Bars&, float) { return false; }
};

}  // namespace ui
