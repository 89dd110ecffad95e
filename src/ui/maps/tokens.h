// A text whose pieces are shaded by their values.
#pragma once

#include "lab/shapes/tokens.h"
#include "ui/frame/widget.h"

namespace ui {

template <>
struct Widget<lab::Tokens> {
  static void draw(const char* id, const lab::Tokens& s, ImVec2 size, Desk& desk);
  static float height(const lab::Tokens& s, float width);
  static float least_height(const lab::Tokens& s, float width) { return height(s, width); }
  static constexpr bool stretches = false;
  static bool wants_full_width(const lab::Tokens&, float) { return false; }
};

}  // namespace ui
