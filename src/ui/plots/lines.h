// Curves with bands, reference lines and a handle.
#pragma once

#include "lab/shapes/lines.h"
#include "ui/frame/widget.h"
#include "ui/plots/plot.h"

namespace ui {

template <>
struct Widget<lab::Lines> {
  static void draw(const char* id, const lab::Lines& s, ImVec2 size, Desk& desk);
  static float height(const lab::Lines& s, float width);
  static float least_height(const lab::Lines& s, float width);
  static constexpr bool stretches = true;
  static bool wants_full_width(const lab::Lines&, float) { return false; }
};

}  // namespace ui
