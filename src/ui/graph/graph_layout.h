// Where the nodes and arrows of a graph stand: in layers from left to right, or from the top down
// where the width asks for it.
#pragma once

#include <imgui.h>

#include <cstddef>
#include <vector>

#include "lab/figure.h"
#include "ui/frame/marks.h"

namespace ui {

struct GraphPath {
  std::vector<ImVec2> points;  // cubic pieces: 3 k + 1 points, from the tail to the head
  ImVec2 label;                // middle of the label
};

struct GraphLayout {
  bool downwards = false;
  float text = 1;          // size of words, as a multiple of running text
  std::size_t lines = 0;   // how many of a node's lines there is room for
  std::vector<Box> nodes;  // from the figure's top left
  std::vector<GraphPath> edges;
  std::vector<int> order;  // nodes as they are read: layer after layer
  ImVec2 size;
  float tallest = 0;  // height of the tallest node with all its lines, at the size of running text
};

// The most lines that a node has, now or later.
std::size_t most_lines(const lab::Node& node);

// True of an arrow that has a label, now or later, and the size that is kept for it.
bool is_labelled(const lab::Edge& edge);
ImVec2 label_size(const lab::Edge& edge);

// The size of a node's words and frame at the size of running text, with its first `lines` lines.
ImVec2 node_size(const lab::Node& node, std::size_t lines);
constexpr float node_line = 1.3f;  // from one line of a node to the next, in units of text

// Lays it out in the direction that keeps its words largest within `width`. Where they would be too
// small to read either way, nodes lose lines, the last first; names alone may be wider than
// `width`. What is higher than `height` stands closer, then with smaller words, down to the least
// that can be read, and then loses lines as well.
GraphLayout graph_layout(const lab::Graph& g, float width, float height = 1e6f);

// How far a layout is moved to the left for a node to be in the middle of `width`, or as near to it
// as leaves no gap at the ends. 0 where the layout fits.
float moved_left(const GraphLayout& layout, std::size_t node, float width);

}  // namespace ui
