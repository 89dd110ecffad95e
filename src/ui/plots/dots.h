// A population as an icon array.
#pragma once

#include "lab/shapes/dots.h"
#include "ui/frame/widget.h"

namespace ui {

template <>
struct Widget<lab::Dots> {
  static void draw(const char* id, const lab::Dots& s, ImVec2 size, Desk& desk);
  static float height(const lab::Dots& s, float width);
  static float least_height(const lab::Dots& s, float width);
  static constexpr bool stretches = false;
  static bool wants_full_width(const lab::Dots&, float) { return false; }
};

}  // namespace ui
