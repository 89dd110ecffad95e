// Bars from a zero line: named ones, or a histogram.
#pragma once

#include "lab/shapes/bars.h"
#include "ui/frame/widget.h"

namespace ui {

template <>
struct Widget<lab::Bars> {
  static void draw(const char* id, const lab::Bars& s, ImVec2 size, Desk& desk);
  static float height(const lab::Bars& s, float width);
  static constexpr bool stretches = true;
  static bool wants_full_width(const lab::Bars&, float) { return false; }
};

}  // namespace ui
