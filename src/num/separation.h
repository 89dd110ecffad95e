// Which independences every distribution that factorises over an acyclic graph has: d-separation.
#pragma once

#include <optional>
#include <vector>

#include "num/digraph.h"

namespace num {

// The nodes with an open trail from `node` given `given`, without `given` and `node` itself. Walks
// up while no collider is passed and down from there, in time linear in the arrows: Koller &
// Friedman, "Probabilistic Graphical Models" (2009), algorithm 3.1.
NodeSet connected_given(const Digraph& g, int node, NodeSet given);

// True where `a` and `b`, two nodes outside `given`, are d-separated by it.
bool separated(const Digraph& g, int a, int b, NodeSet given);

// The same by the moralised ancestral graph: of a, b, `given` and their ancestors, with parents of
// one child joined, no way leads from a to b around `given`. Lauritzen et al. (1990).
bool separated_in_moral_graph(const Digraph& g, int a, int b, NodeSet given);

// A smallest set of other nodes that d-separates a and b, of several the one with the first nodes;
// nothing where there is none, which is where an arrow joins them. A set that separates lies among
// the ancestors of the two (Tian, Paz & Pearl 1998), of which all subsets are tried, by size.
std::optional<NodeSet> minimal_separator(const Digraph& g, int a, int b);

// An arrow added, taken out or turned.
struct ArrowChange {
  enum Kind : std::uint8_t { added, removed, turned };
  Kind kind = added;
  int from = 0, to = 0;  // as the arrow leads before it is turned, or once it is added
  auto operator<=>(const ArrowChange&) const = default;
};

// Every change of one arrow that keeps the graph acyclic and turns the answer to `separated`.
std::vector<ArrowChange> deciding_changes(const Digraph& g, int a, int b, NodeSet given);

Digraph changed(Digraph g, const ArrowChange& change);

}  // namespace num
