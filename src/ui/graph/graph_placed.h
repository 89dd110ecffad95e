// Nodes where a hand has put them, and the arrows between them.
#pragma once

#include "lab/shapes/drawn_graph.h"
#include "ui/graph/graph_layout.h"

namespace ui {

// `usual` with its nodes where the graph says, in the same room, and arrows that lead straight from
// one to the next. Those that another arrow or a node lies in the way of bend around it.
GraphLayout placed_layout(const lab::DrawnGraph& s, const GraphLayout& usual);

// The layout in larger strokes, by a factor of at least 1; its words grow by the root of that.
GraphLayout enlarged(GraphLayout layout, float by);

// The place of a point of a layout in the square of side 1 that nodes' middles stand in, brought
// into it.
ImVec2 place_in_square(const GraphLayout& layout, ImVec2 point);

}  // namespace ui
