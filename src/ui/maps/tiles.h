// A stack of maps as labelled tiles.
#pragma once

#include "lab/shapes/tiles.h"
#include "ui/frame/widget.h"

namespace ui {

template <>
struct Widget<lab::Tiles> {
  static void draw(const char* id, const lab::Tiles& s, ImVec2 size, Desk& desk);
  static float height(const lab::Tiles& s, float width);
  static float least_height(const lab::Tiles& s, float width) { return height(s, width); }
  static constexpr bool stretches = false;
  static bool wants_full_width(const lab::Tiles&, float) { return false; }
};

}  // namespace ui
