// The order and the places of a graph's nodes within their layers.
#pragma once

#include <cstddef>
#include <vector>

#include "lab/figure.h"

namespace ui {

// Nodes, edges and layers are numbered by int, as in the figure.
inline std::size_t at(int i) { return static_cast<std::size_t>(i); }

// A node, or the passage of a long arrow through a layer.
struct GraphItem {
  int node = -1;  // -1: a passage
  int layer = 0;
  float extent = 0;  // across the layers
  float middle = 0;  // its place there
  double row = -1;   // that it asks for
};

struct GraphRows {
  std::vector<GraphItem> items;
  std::vector<std::vector<int>> layers;  // items by layer, in order
  std::vector<std::vector<int>> chains;  // items along each arrow, from the lower layer; or empty
  float extent = 0;                      // of everything
};

// `extents` are those of the nodes across the layers, `gap` lies between neighbours and `link`
// between those of one layer that an arrow joins.
GraphRows graph_rows(const lab::Graph& g, const std::vector<int>& layer,
                     const std::vector<float>& extents, float gap, float link);

}  // namespace ui
