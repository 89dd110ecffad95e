// Directed graphs of few nodes, and what their arrows alone say of them.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace num {

// Nodes of a graph, counted from 0: bit i is node i.
using NodeSet = std::uint32_t;

constexpr NodeSet only(int node) { return NodeSet{1} << node; }
constexpr bool has_node(NodeSet set, int node) { return (set >> node & 1U) != 0; }
constexpr int size_of(NodeSet set) { return std::popcount(set); }
// The nodes of a set, rising.
std::vector<int> nodes_of(NodeSet set);

// A graph of at most 32 nodes. An arrow is in it once or not at all; a circle and an arrow from a
// node to itself may be in it, too: `find_cycle` tells.
class Digraph {
 public:
  static constexpr int most = 32;

  explicit Digraph(int nodes = 0) : nodes_(nodes) {}
  Digraph(int nodes, const std::vector<std::pair<int, int>>& arrows);

  int nodes() const { return nodes_; }
  NodeSet all() const { return nodes_ == most ? ~NodeSet{0} : only(nodes_) - 1; }
  bool has(int from, int to) const { return has_node(parents_[index(to)], from); }
  bool joined(int a, int b) const { return has(a, b) || has(b, a); }
  NodeSet parents(int node) const { return parents_[index(node)]; }
  NodeSet children(int node) const { return children_[index(node)]; }
  NodeSet neighbours(int node) const { return parents(node) | children(node); }
  void add(int from, int to);
  void remove(int from, int to);
  // All arrows, by where they begin and then by where they end.
  std::vector<std::pair<int, int>> arrows() const;
  bool operator==(const Digraph&) const = default;

 private:
  static std::size_t index(int node) { return static_cast<std::size_t>(node); }
  int nodes_;
  std::array<NodeSet, most> parents_{}, children_{};
};

// All nodes so that arrows lead forwards: always the first node that waits for no other (Kahn,
// 1962). Nothing where the arrows close a circle.
std::optional<std::vector<int>> topological_order(const Digraph& g);

// The nodes of a shortest circle, each with an arrow to the next and the last with one to the
// first; empty where there is none.
std::vector<int> find_cycle(const Digraph& g);

// The nodes of `set` and all that arrows lead from to them, or to from them.
NodeSet ancestors(const Digraph& g, NodeSet set);
NodeSet descendants(const Digraph& g, NodeSet set);

// Parents, children and the children's other parents: given these, a node of an acyclic graph is
// independent of all others (Pearl 1988).
NodeSet markov_blanket(const Digraph& g, int node);

// Two parents of a node that no arrow joins, the smaller one first: an unshielded collider, or
// v-structure.
struct Immorality {
  int first = 0, collider = 0, second = 0;
  auto operator<=>(const Immorality&) const = default;
};
std::vector<Immorality> immoralities(const Digraph& g);

// True where two acyclic graphs of the same nodes allow the same distributions: they join the same
// nodes and have the same immoralities (Verma & Pearl 1990).
bool markov_equivalent(const Digraph& a, const Digraph& b);

}  // namespace num
