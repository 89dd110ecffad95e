// A graph that a hand draws, with what it may draw.
#pragma once

#include <string>
#include <vector>

#include "lab/shapes/graph.h"

namespace lab {

// What the arrows of a set of a graph may not do.
struct ArrowRule {
  bool acyclic = false;     // close a circle
  std::vector<int> closed;  // lead to these nodes
  bool operator==(const ArrowRule&) const = default;
};

template <class Archive, Either<ArrowRule> Self>
void describe(Archive& a, Self& self) {
  a(self.acyclic, self.closed);
}

// What a tap on a node may set: a choice becomes its id, a subset takes it in or lets it go.
struct NodePick {
  std::string name;  // for people: "from"
  Target<Act::pick> field;
  bool operator==(const NodePick&) const = default;
};

template <class Archive, Either<NodePick> Self>
void describe(Archive& a, Self& self) {
  a(self.name, self.field);
}

// Nodes are counted from 0, as those of the graph.
struct DrawnGraph {
  Graph graph;
  std::vector<int> filled;       // nodes that are full of their colour: what is observed or given
  std::vector<ArrowRule> rules;  // one for each set of the graph, or empty
  std::vector<NodePick> picks;   // in place of the graph's own
  // Where each node stands in a square of side 1, from the top left; empty where the arrows say.
  // A hand that moves one sets all rows of the table, x and y.
  std::vector<float> x, y;
  Target<Act::move> place;
  bool operator==(const DrawnGraph&) const = default;
};

template <class Archive, Either<DrawnGraph> Self>
void describe(Archive& a, Self& self) {
  a(self.graph, self.filled, self.rules, self.picks, self.x, self.y, self.place);
  const std::size_t nodes = self.graph.nodes.size();
  a.require(self.rules.empty() || self.rules.size() == self.graph.sets.size());
  a.require(self.x.size() == self.y.size());
  a.require(self.x.empty() || self.x.size() == nodes);
}

template <class Rows>
void table(Rows& out, const DrawnGraph& s) {
  table(out, s.graph);
}

inline Gestures gestures(const DrawnGraph& s) {
  Gestures all = gestures(s.graph);
  std::vector<std::string> ids;
  for (const Node& n : s.graph.nodes) ids.push_back(n.id);
  for (const NodePick& pick : s.picks) all.offer(pick.field, ids);
  all.offer(s.place);
  return all;
}

}  // namespace lab
