// A complex plane with points in the hand over a field of colours.
#pragma once

#include "lab/shapes/spectrum.h"
#include "ui/frame/widget.h"
#include "ui/plots/plot.h"

namespace ui {

template <>
struct Widget<lab::Spectrum> {
  static void draw(const char* id, const lab::Spectrum& s, ImVec2 size, Desk& desk);
  static float height(const lab::Spectrum& s, float width);
  static float least_height(const lab::Spectrum&, float) { return 1.4f * least_plot_height(); }
  static constexpr bool stretches = true;
  static bool wants_full_width(const lab::Spectrum&, float) { return false; }
};

}  // namespace ui
