// Pictures of several sizes side by side at one display size.
#pragma once

#include "lab/shapes/pictures.h"
#include "ui/frame/widget.h"

namespace ui {

template <>
struct Widget<lab::Pictures> {
  static void draw(const char* id, const lab::Pictures& s, ImVec2 size, Desk& desk);
  static float height(const lab::Pictures& s, float width);
  static float least_height(const lab::Pictures& s, float width) { return height(s, width); }
  static constexpr bool stretches = false;
  static bool wants_full_width(const lab::Pictures& s, float beside);
};

}  // namespace ui
