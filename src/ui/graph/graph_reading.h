// What a node of a graph says: on a card beside the nodes, or beneath the graph where there is
// room.
#pragma once

#include <imgui.h>

#include "lab/figure.h"
#include "ui/frame/marks.h"
#include "ui/frame/theme.h"
#include "ui/graph/graph_layout.h"

namespace ui {

// The card of a node with its lines and its neighbours. It hides no node and, as far as there is
// room, no label of an arrow.
void read_node(const lab::Graph& g, int node, const GraphLayout& layout, ImVec2 origin,
               const Box& within);

// The height that any of the nodes takes with all of its lines, with the space above it.
float whole_node_height(const GraphLayout& layout);

// A node with all of its lines, its middle at `x` and its top below `y`.
void draw_whole_node(ImDrawList& draw, const lab::Node& n, float x, float y, const Theme& t);

}  // namespace ui
