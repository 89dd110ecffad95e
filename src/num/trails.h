// The trails between two nodes of an acyclic graph, each open or blocked at a node and by a rule.
#pragma once

#include <cstdint>
#include <vector>

#include "num/digraph.h"

namespace num {

// How a trail passes an inner node: a chain → v → or ← v ←, a fork ← v →, a collider → v ←.
enum class Passing : std::uint8_t { chain, fork, collider };

// A way from one node to another along arrows in either direction that meets no node twice.
struct Trail {
  std::vector<int> nodes;         // both ends among them
  std::vector<Passing> passings;  // of the inner nodes, in that order
};

struct Trails {
  std::vector<Trail> all;  // short ones first, then by their nodes
  bool complete = true;    // false where there are more than were asked for
};

// The trails between two different nodes, at most `most` of them.
Trails trails(const Digraph& g, int from, int to, int most);

// Whether an inner node lets a trail through, and why: a chain or a fork does where it is not
// given, a collider where it is given or has a descendant that is.
struct Gate {
  bool open = true;
  int witness = -1;  // of an open collider, the given node: itself, or its first descendant
};
// Gate i is that of trail.nodes[i + 1].
std::vector<Gate> gates(const Digraph& g, const Trail& trail, NodeSet given);

// True where every gate is open.
bool open_given(const Digraph& g, const Trail& trail, NodeSet given);

}  // namespace num
