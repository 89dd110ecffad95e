// Matrices of one calculation as tiles with numbers.
#pragma once

#include "lab/shapes/blocks.h"
#include "ui/frame/widget.h"

namespace ui {

template <>
struct Widget<lab::Blocks> {
  static void draw(const char* id, const lab::Blocks& s, ImVec2 size, Desk& desk);
  static float height(const lab::Blocks& s, float width);
  static float least_height(const lab::Blocks& s, float width);
  static constexpr bool stretches = false;
  static bool wants_full_width(const lab::Blocks& s, float beside);
};

}  // namespace ui
