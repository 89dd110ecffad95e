// A graph for people who hear it, and the order in which anybody reads it.
#pragma once

#include <string>
#include <vector>

#include "lab/figure.h"

namespace lab {

// True where both ends of an arrow are nodes of the graph.
bool sound(const Graph& g, const Edge& e);

// All nodes, counted from 0, so that arrows lead forwards: always the first node that waits for no
// other. Where all wait, they wait in a circle, and the first of them goes ahead.
std::vector<int> reading_order(const Graph& g);

// One sentence for each node in reading order: its name, its lines, its light where it has one, and
// where its arrows lead, with their labels. "x, 4 × 1, leads to z (W). z, chosen, leads nowhere."
std::string read_aloud(const Graph& g);

}  // namespace lab
