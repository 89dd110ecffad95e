#include "num/separation.h"

#include <cassert>

namespace num {
namespace {

// The next number with as many bits set, or one above `limit` bits.
NodeSet next_of_size(NodeSet set) {
  const NodeSet low = set & (~set + 1), carried = set + low;
  return carried | (((carried ^ set) >> 2) / low);
}

// The nodes of `among` at the places of the bits of `places`.
NodeSet spread(NodeSet places, const std::vector<int>& among) {
  NodeSet set = 0;
  for (const int place : nodes_of(places)) set |= only(among[static_cast<std::size_t>(place)]);
  return set;
}

}  // namespace

NodeSet connected_given(const Digraph& g, int node, NodeSet given) {
  const NodeSet above_given = ancestors(g, given);
  // Nodes that a trail comes to from a child (upwards) and from a parent (downwards).
  NodeSet up = only(node), down = 0, seen_up = 0, seen_down = 0;
  while (((up & ~seen_up) | (down & ~seen_down)) != 0) {
    if (const NodeSet fresh = up & ~seen_up; fresh != 0) {
      const int at = std::countr_zero(fresh);
      seen_up |= only(at);
      if (has_node(given, at)) continue;
      up |= g.parents(at);
      down |= g.children(at);
    } else {
      const int at = std::countr_zero(down & ~seen_down);
      seen_down |= only(at);
      if (!has_node(given, at)) down |= g.children(at);
      if (has_node(above_given, at)) up |= g.parents(at);  // at a collider
    }
  }
  return (seen_up | seen_down) & ~given & ~only(node);
}

bool separated(const Digraph& g, int a, int b, NodeSet given) {
  return !has_node(connected_given(g, a, given), b);
}

bool separated_in_moral_graph(const Digraph& g, int a, int b, NodeSet given) {
  const NodeSet kept = ancestors(g, only(a) | only(b) | given);
  std::array<NodeSet, Digraph::most> beside{};
  for (const int node : nodes_of(kept)) {
    beside[static_cast<std::size_t>(node)] |= g.neighbours(node);
    for (const int parent : nodes_of(g.parents(node)))
      beside[static_cast<std::size_t>(parent)] |= g.parents(node);
  }
  NodeSet met = only(a), waiting = met;
  while (waiting != 0) {
    const int node = std::countr_zero(waiting);
    waiting &= waiting - 1;
    const NodeSet fresh = beside[static_cast<std::size_t>(node)] & kept & ~given & ~met;
    met |= fresh;
    waiting |= fresh;
  }
  return !has_node(met, b);
}

std::optional<NodeSet> minimal_separator(const Digraph& g, int a, int b) {
  if (a == b || g.joined(a, b)) return std::nullopt;
  const std::vector<int> among = nodes_of(ancestors(g, only(a) | only(b)) & ~only(a) & ~only(b));
  const auto n = static_cast<int>(among.size());
  assert(n < Digraph::most);
  for (int size = 0; size <= n; ++size) {
    if (size == 0) {
      if (separated(g, a, b, 0)) return NodeSet{0};
      continue;
    }
    for (NodeSet places = only(size) - 1; places < only(n); places = next_of_size(places)) {
      const NodeSet given = spread(places, among);
      if (separated(g, a, b, given)) return given;
    }
  }
  return std::nullopt;
}

Digraph changed(Digraph g, const ArrowChange& change) {
  if (change.kind != ArrowChange::added) g.remove(change.from, change.to);
  if (change.kind == ArrowChange::added) g.add(change.from, change.to);
  if (change.kind == ArrowChange::turned) g.add(change.to, change.from);
  return g;
}

std::vector<ArrowChange> deciding_changes(const Digraph& g, int a, int b, NodeSet given) {
  const bool now = separated(g, a, b, given);
  std::vector<ArrowChange> found;
  const auto consider = [&](const ArrowChange& change) {
    const Digraph other = changed(g, change);
    if (topological_order(other) && separated(other, a, b, given) != now) found.push_back(change);
  };
  for (int from = 0; from < g.nodes(); ++from)
    for (int to = 0; to < g.nodes(); ++to) {
      if (from == to) continue;
      if (g.has(from, to)) {
        consider({ArrowChange::removed, from, to});
        consider({ArrowChange::turned, from, to});
      } else if (!g.has(to, from)) {
        consider({ArrowChange::added, from, to});
      }
    }
  return found;
}

}  // namespace num
