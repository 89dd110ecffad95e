// Decision regions with the examples on top.
#pragma once

#include "lab/shapes/boundary.h"
#include "ui/frame/widget.h"

namespace ui {

template <>
struct Widget<lab::Boundary> {
  static void draw(const char* id, const lab::Boundary& s, ImVec2 size, Desk& desk);
  static float height(const lab::Boundary& s, float width);
  static float least_height(const lab::Boundary& s, float width) { return height(s, width); }
  static constexpr bool stretches = false;
  static bool wants_full_width(const lab::Boundary&, float) { return false; }
};

}  // namespace ui
