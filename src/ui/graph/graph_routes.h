// The ways of a graph's arrows between nodes that have their places, and of the labels on them.
#pragma once

#include <imgui.h>

#include <vector>

#include "lab/figure.h"
#include "ui/frame/marks.h"
#include "ui/graph/graph_layout.h"
#include "ui/graph/graph_rows.h"

namespace ui {

// Along the layers and across them.
struct Way {
  bool downwards;
  float along(ImVec2 p) const { return downwards ? p.y : p.x; }
  float across(ImVec2 p) const { return downwards ? p.x : p.y; }
  ImVec2 point(float along, float across) const {
    return downwards ? ImVec2{across, along} : ImVec2{along, across};
  }
};

struct GraphFrame {
  const lab::Graph& graph;
  const std::vector<int>& layer;  // of each node
  Way way;
  std::vector<ImVec2> sizes;  // of each node
  GraphRows rows;
  std::vector<float> starts, ends;  // of each layer
  std::vector<Box> nodes;
};

// One path for each edge of the graph; empty where an end is no node.
std::vector<GraphPath> graph_routes(const GraphFrame& frame);

}  // namespace ui
