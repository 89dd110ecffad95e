// A mesh in space that can be turned.
#pragma once

#include "lab/shapes/surface.h"
#include "ui/frame/widget.h"

namespace ui {

template <>
struct Widget<lab::Surface> {
  static void draw(const char* id, const lab::Surface& s, ImVec2 size, Desk& desk);
  static float height(const lab::Surface& s, float width);
  static float least_height(const lab::Surface& s, float width);
  static constexpr bool stretches = true;
  static bool wants_full_width(const lab::Surface&, float) { return false; }
};

}  // namespace ui
