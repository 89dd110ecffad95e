// A picture that is shown for a while, and buttons for what it may be.
#pragma once

#include "lab/shapes/glance.h"
#include "ui/frame/widget.h"

namespace ui {

template <>
struct Widget<lab::Glance> {
  static void draw(const char* id, const lab::Glance& s, ImVec2 size, Desk& desk);
  static float height(const lab::Glance& s, float width);
  static float least_height(const lab::Glance& s, float width);
  static constexpr bool stretches = false;
  static bool wants_full_width(const lab::Glance&, float) { return false; }
};

}  // namespace ui
