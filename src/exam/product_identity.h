// Whether a product of conditional distributions is true of every distribution that factorises over
// a graph, and if not, what it claims that is not so.
#pragma once

#include <string>
#include <vector>

#include "exam/factoring.h"
#include "num/digraph.h"

namespace exam {

// An acyclic graph of named nodes. Nodes that are `given` stand before all others and may depend on
// each other in any way: the x of an encoder q(z|x), for which no factor is asked.
struct FactorGraph {
  std::vector<std::string> names;
  num::Digraph graph;
  num::NodeSet given = 0;

  int node(const std::string& name) const;  // -1 where there is none
  num::NodeSet asked() const { return graph.all() & ~given; }
  std::string listed(num::NodeSet nodes) const;  // "z1, x2"
};

// What is to be said of one factor.
struct FactorVerdict {
  enum Kind : std::uint8_t {
    exact,    // a node given its parents
    loose,    // true, with conditions that can be left out or that others can stand in for
    twofold,  // two nodes of the product at once, p(z1,x1) for p(z1) p(x1|z1)
    wrong,
  };
  Kind kind = exact;
  std::string sentence;  // of one that is not exact
};

struct ProductVerdict {
  enum Kind : std::uint8_t {
    unread,      // it names what is no node; `sentence` says what
    no_product,  // a node has no factor or several, or conditions wait for each other
    untrue,      // it claims an independence that the graph does not have
    loose,       // true, and the graph says more
    unfinished,  // all that the graph says, with two nodes in one factor
    turned,      // true, by arrows the other way that allow the same distributions
    exact,       // the product of the graph
  };
  Kind kind = exact;
  std::string sentence;  // empty where exact
  std::vector<FactorVerdict> factors;
};

// A product is an identity exactly where each node, in an order that conditions follow, is
// d-separated by its conditions from all else that came before (Koller & Friedman 2009, 3.3). The
// letter of a factor is not looked at.
ProductVerdict judge_product(const Factoring& product, const FactorGraph& g);

}  // namespace exam
