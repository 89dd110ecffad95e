// A square of cells, one for each pair of names.
#pragma once

#include "lab/shapes/pairs.h"
#include "ui/frame/widget.h"

namespace ui {

template <>
struct Widget<lab::Pairs> {
  static void draw(const char* id, const lab::Pairs& s, ImVec2 size, Desk& desk);
  static float height(const lab::Pairs& s, float width);
  static float least_height(const lab::Pairs& s, float width) { return height(s, width); }
  static constexpr bool stretches = false;
  static bool wants_full_width(const lab::Pairs&, float) { return false; }
};

}  // namespace ui
