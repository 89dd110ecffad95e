// Arithmetic written out.
#pragma once

#include "lab/shapes/working.h"
#include "ui/frame/widget.h"

namespace ui {

template <>
struct Widget<lab::Working> {
  static void draw(const char* id, const lab::Working& s, ImVec2 size, Desk& desk);
  static float height(const lab::Working& s, float width);
  static float least_height(const lab::Working& s, float width) { return height(s, width); }
  static constexpr bool stretches = false;
  static bool wants_full_width(const lab::Working&, float) { return false; }
};

}  // namespace ui
