// A graph that a hand draws: its arrows, and where its nodes stand.
#pragma once

#include "lab/shapes/drawn_graph.h"
#include "ui/frame/widget.h"

namespace ui {

template <>
struct Widget<lab::DrawnGraph> {
  static void draw(const char* id, const lab::DrawnGraph& s, ImVec2 size, Desk& desk);
  static float height(const lab::DrawnGraph& s, float width);
  static float least_height(const lab::DrawnGraph& s, float width);
  static constexpr bool stretches = false;
  static bool wants_full_width(const lab::DrawnGraph&, float) { return false; }
};

}  // namespace ui
