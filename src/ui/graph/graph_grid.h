// Graphs whose nodes all ask for a row, so that rows are level across the layers.
#pragma once

#include <vector>

#include "ui/graph/graph_rows.h"

namespace ui {

// How far apart neighbours within a layer stand.
struct GraphSpacing {
  const lab::Graph& graph;
  const std::vector<GraphItem>& items;
  float gap, link;  // as for graph_rows

  bool joined(int a, int b) const;
  // From the middle of each item's predecessor to its own, at least; 0 for the first.
  std::vector<double> distances(const std::vector<int>& layer) const;
};

// Orders and places the items of every layer; passages find their way between the rows.
void place_on_grid(const GraphSpacing& spacing, GraphRows& out);

}  // namespace ui
