// A graph of named nodes, joined by arrows.
#pragma once

#include "lab/shapes/graph.h"
#include "ui/frame/widget.h"

namespace ui {

template <>
struct Widget<lab::Graph> {
  static void draw(const char* id, const lab::Graph& s, ImVec2 size, Desk& desk);
  static float height(const lab::Graph& s, float width);
  static float least_height(const lab::Graph& s, float width);
  static constexpr bool stretches = false;
  static bool wants_full_width(const lab::Graph&, float) { return false; }
};

}  // namespace ui
