// How a graph is drawn and handled, with what a hand may draw of it or without.
#pragma once

#include "lab/shapes/drawn_graph.h"
#include "ui/frame/widget.h"

namespace ui {

struct GraphFigure {
  const lab::Graph& g;
  const lab::DrawnGraph* drawn = nullptr;  // the graph's own; null where it has nothing more

  float height(float width) const;
  float least_height(float width) const;
  void draw(const char* id, ImVec2 size, Desk& desk) const;
};

}  // namespace ui
