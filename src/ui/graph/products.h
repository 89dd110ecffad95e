// Products of factors that belong to arrows of a graph.
#pragma once

#include "lab/shapes/products.h"
#include "ui/frame/widget.h"

namespace ui {

template <>
struct Widget<lab::Products> {
  static void draw(const char* id, const lab::Products& s, ImVec2 size, Desk& desk);
  static float height(const lab::Products& s, float width);
  static float least_height(const lab::Products& s, float width) { return height(s, width); }
  static constexpr bool stretches = false;
  static bool wants_full_width(const lab::Products&, float) { return false; }
};

}  // namespace ui
