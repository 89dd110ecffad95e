// Planes of values as colours on one scale.
#pragma once

#include "lab/shapes/heat.h"
#include "ui/frame/widget.h"

namespace ui {

template <>
struct Widget<lab::Heat> {
  static void draw(const char* id, const lab::Heat& s, ImVec2 size, Desk& desk);
  static float height(const lab::Heat& s, float width);
  static float least_height(const lab::Heat& s, float width);
  static constexpr bool stretches = false;
  static bool wants_full_width(const lab::Heat&, float) { return false; }
};

}  // namespace ui
