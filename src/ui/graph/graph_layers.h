// Which layer of a graph each node belongs to.
#pragma once

#include <vector>

#include "lab/shapes/graph.h"

namespace ui {

// The layer of each node, from 0: what it asks for, otherwise one beyond the furthest node with an
// arrow to it; a node without arrows to it stands right before the first it leads to. Arrows that
// close a circle do not count.
std::vector<int> graph_layers(const lab::Graph& g);

}  // namespace ui
