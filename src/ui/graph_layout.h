// Where the nodes and arrows of a graph stand: in layers from left to right, or from the top down
// where the width asks for it.
#pragma once

#include <imgui.h>

#include <vector>

#include "lab/figure.h"
#include "ui/marks.h"

namespace ui {

struct GraphPath {
  std::vector<ImVec2> points;  // cubic pieces: 3 k + 1 points, from the tail to the head
  ImVec2 label;                // middle of the label
};

struct GraphLayout {
  bool downwards = false;
  float text = 1;          // size of words, as a multiple of running text
  std::vector<Box> nodes;  // from the figure's top left
  std::vector<GraphPath> edges;
  std::vector<int> order;  // nodes as they are read: layer after layer
  ImVec2 size;
};

// The size of a node's words and frame at the size of running text.
ImVec2 node_size(const lab::Node& node);
constexpr float node_line = 1.3f;  // from one line of a node to the next, in units of text

// The layer of each node, from 0: what it asks for, otherwise one beyond the furthest node with an
// arrow to it; a node without arrows to it stands right before the first it leads to. Arrows that
// close a circle do not count.
std::vector<int> graph_layers(const lab::Graph& g);

// Lays it out in the direction that keeps its words largest within `width`. Where they would be too
// small to read either way, it is wider than that.
GraphLayout graph_layout(const lab::Graph& g, float width);

// How far a layout that is wider than `width` is moved to the left: so that the chosen node is in
// sight, in the middle where that leaves no gap. 0 where it fits.
float moved_left(const lab::Graph& g, const GraphLayout& layout, float width);

}  // namespace ui
