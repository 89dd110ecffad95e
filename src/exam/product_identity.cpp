#include "exam/product_identity.h"

#include <algorithm>
#include <optional>

#include "num/separation.h"
#include "num/trails.h"

namespace exam {
namespace {

using num::Digraph, num::NodeSet;

struct FactorNodes {
  NodeSet heads = 0, conditions = 0;
};

// The graph with every dependence that there may be among what is given.
Digraph with_given(const FactorGraph& g) {
  Digraph all = g.graph;
  const std::vector<int> given = num::nodes_of(g.given);
  for (std::size_t i = 0; i < given.size(); ++i)
    for (std::size_t k = i + 1; k < given.size(); ++k) all.add(given[i], given[k]);
  return all;
}

std::string path_words(const FactorGraph& g, const Digraph& all, const num::Trail& trail) {
  const auto name = [&g](int node) { return g.names[static_cast<std::size_t>(node)]; };
  std::string text = name(trail.nodes.front());
  for (std::size_t i = 1; i < trail.nodes.size(); ++i)
    text += (all.has(trail.nodes[i - 1], trail.nodes[i]) ? " → " : " ← ") + name(trail.nodes[i]);
  return text;
}

// "z1 ⊥ z3 | z2"
std::string independence(const FactorGraph& g, int a, NodeSet b, NodeSet given) {
  return g.names[static_cast<std::size_t>(a)] + " ⊥ " + g.listed(b) +
         (given == 0 ? "" : " | " + g.listed(given));
}

// The shortest open path, in words; the two are not separated.
std::string open_path(const FactorGraph& g, const Digraph& all, int a, int b, NodeSet given) {
  constexpr int enough = 2000;
  for (const num::Trail& trail : num::trails(all, a, b, enough).all)
    if (num::open_given(all, trail, given)) return path_words(g, all, trail);
  return "";
}

class Judge {
 public:
  Judge(const Factoring& product, const FactorGraph& g)
      : product_(product), g_(g), all_(with_given(g)) {}

  ProductVerdict run() {
    if (!read()) return std::move(verdict_);
    for (std::size_t i = 0; i < nodes_.size(); ++i) verdict_.factors.push_back(alone(i));
    if (!is_product()) {
      verdict_.kind = ProductVerdict::no_product;
    } else if (!in_order()) {
      verdict_.kind = ProductVerdict::no_product;
      verdict_.sentence =
          "Some conditions wait for each other: no order of these factors makes them the "
          "distribution of one node after the other.";
    } else {
      hold_against_order();
    }
    return std::move(verdict_);
  }

 private:
  bool read() {
    for (const Factor& f : product_.factors) {
      FactorNodes own;
      for (const bool conditions : {false, true})
        for (const std::string& name : conditions ? f.conditions : f.heads) {
          const int node = g_.node(name);
          if (node < 0) {
            verdict_.kind = ProductVerdict::unread;
            verdict_.sentence = "\"" + name + "\" is no node of the graph; the nodes are " +
                                g_.listed(g_.graph.all()) + ".";
            return false;
          }
          (conditions ? own.conditions : own.heads) |= num::only(node);
        }
      nodes_.push_back(own);
    }
    return true;
  }

  const std::string& shown(std::size_t i) const { return product_.factors[i].shown; }

  // What is true or false of a factor by itself: given its parents and any others that do not
  // follow from it, a node is as it is given its parents.
  FactorVerdict alone(std::size_t i) const {
    const auto& [heads, conditions] = nodes_[i];
    if ((heads & conditions) != 0)
      return {FactorVerdict::wrong, shown(i) + ": " + g_.listed(heads & conditions) +
                                        " stands on both sides of the bar."};
    if ((heads & g_.given) != 0)
      return {FactorVerdict::wrong,
              shown(i) + ": " + g_.listed(heads & g_.given) + " is given, and has no factor here."};
    const std::vector<int> all = num::nodes_of(heads);
    if (all.size() != 1) return joint(i, all);
    const NodeSet parents = g_.graph.parents(all[0]);
    if (conditions == parents) return {};
    if ((parents & ~conditions) == 0 && (num::descendants(all_, heads) & conditions) == 0)
      return {FactorVerdict::loose, shown(i) + " is true, but the graph says more: " +
                                        independence(g_, all[0], conditions & ~parents, parents) +
                                        "."};
    const NodeSet below = num::descendants(all_, heads) & conditions & ~parents;
    if (below != 0)
      return {FactorVerdict::wrong, shown(i) + ": " + g_.listed(below) + " follows from " +
                                        g_.listed(heads) + ", and not the other way round."};
    return {FactorVerdict::wrong, shown(i) + ": no arrow that leads to " + g_.listed(heads) +
                                      " may be left out. Where does each of them come from?"};
  }

  // True of two nodes of which one has the parents `conditions` alone, and the other one these and
  // the first.
  bool is_pair(const std::vector<int>& nodes, NodeSet conditions) const {
    if (nodes.size() != 2) return false;
    const auto follows = [&](int first, int second) {
      return g_.graph.parents(first) == conditions &&
             g_.graph.parents(second) == (conditions | num::only(first));
    };
    return follows(nodes[0], nodes[1]) || follows(nodes[1], nodes[0]);
  }

  FactorVerdict joint(std::size_t i, const std::vector<int>& all) const {
    NodeSet parents = 0;
    const NodeSet heads = nodes_[i].heads, conditions = nodes_[i].conditions;
    for (const int node : all) parents |= g_.graph.parents(node);
    parents &= ~heads;
    if (is_pair(all, conditions))
      return {FactorVerdict::twofold,
              shown(i) + " is true, and two factors in one: write one for each of " +
                  g_.listed(heads) + "."};
    if ((parents & ~conditions) == 0 && (num::descendants(all_, heads) & conditions) == 0)
      return {FactorVerdict::loose,
              shown(i) + " is true, but the graph says more: it has a factor for each of " +
                  g_.listed(heads) + "."};
    return {FactorVerdict::wrong, shown(i) + ": write a factor for each node."};
  }

  // Every node that is asked for has one factor, and no other has any.
  bool is_product() {
    NodeSet met = 0, twice = 0;
    for (const FactorNodes& f : nodes_) {
      if ((f.heads & f.conditions) != 0) return false;
      twice |= met & f.heads;
      met |= f.heads;
    }
    const NodeSet missing = g_.asked() & ~met, foreign = met & g_.given;
    if (foreign != 0)
      verdict_.sentence = "A factor for " + g_.listed(foreign) +
                          " does not belong here: that is given, and only conditions name it.";
    else if (missing != 0)
      verdict_.sentence =
          "Every node has one factor; there is none for " + g_.listed(missing) + ".";
    else if (twice != 0)
      verdict_.sentence = "There is more than one factor for " + g_.listed(twice) + ".";
    return foreign == 0 && missing == 0 && twice == 0;
  }

  // Factors so that what is behind a bar has come before.
  bool in_order() {
    NodeSet done = g_.given;
    std::vector<bool> used(nodes_.size(), false);
    while (order_.size() < nodes_.size()) {
      std::size_t i = 0;
      while (i < nodes_.size() && (used[i] || (nodes_[i].conditions & ~done) != 0)) ++i;
      if (i == nodes_.size()) return false;
      used[i] = true;
      done |= nodes_[i].heads;
      order_.push_back(i);
    }
    return true;
  }

  void hold_against_order() {
    NodeSet before = g_.given;
    for (const std::size_t i : order_) {
      const auto& [heads, conditions] = nodes_[i];
      for (const int head : num::nodes_of(heads))
        for (const int other : num::nodes_of(before & ~conditions))
          if (!num::separated(all_, head, other, conditions)) return claim(i, head, other);
      before |= heads;
    }
    // True of all that factorises over the graph. What is exact by itself stays so.
    Digraph own(g_.graph.nodes());
    bool joint = false;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      joint = joint || num::size_of(nodes_[i].heads) != 1;
      for (const int head : num::nodes_of(nodes_[i].heads))
        for (const int condition : num::nodes_of(nodes_[i].conditions)) own.add(condition, head);
      if (verdict_.factors[i].kind == FactorVerdict::wrong) verdict_.factors[i] = in_place(i);
    }
    const bool exact = std::all_of(verdict_.factors.begin(), verdict_.factors.end(),
                                   [](const FactorVerdict& f) { return f.kind == f.exact; });
    if (exact) return;
    FactorGraph turned = g_;
    turned.graph = own;
    if (!joint && num::markov_equivalent(with_given(turned), all_)) {
      verdict_.kind = ProductVerdict::turned;
      verdict_.sentence = "True, and no data could tell it from the graph: with " +
                          turned_arrows(own) +
                          " the other way round the same distributions factorise (the two graphs "
                          "are Markov equivalent). Asked for is the product of the graph as it is "
                          "drawn, each node given where its arrows come from.";
      return;
    }
    const bool says_all = std::all_of(
        verdict_.factors.begin(), verdict_.factors.end(),
        [](const FactorVerdict& f) { return f.kind == f.exact || f.kind == f.twofold; });
    if (says_all) {
      verdict_.kind = ProductVerdict::unfinished;
      verdict_.sentence =
          "That is all that the graph says, and not yet written out: each node has a factor of its "
          "own.";
      return;
    }
    verdict_.kind = ProductVerdict::loose;
    verdict_.sentence = "True of every distribution with this graph, but the graph says more.";
  }

  // A factor that is true where it stands, of other arrows than the graph has.
  FactorVerdict in_place(std::size_t i) const {
    const auto& [heads, conditions] = nodes_[i];
    for (const int head : num::nodes_of(heads))
      for (const int condition : num::nodes_of(conditions)) {
        const NodeSet rest = conditions & ~num::only(condition);
        if (num::separated(all_, head, condition, rest))
          return {FactorVerdict::loose, shown(i) + " is true, but the graph says more: " +
                                            independence(g_, head, num::only(condition), rest) +
                                            "."};
      }
    return {FactorVerdict::loose,
            shown(i) + " is true here, by arrows other than those that are drawn."};
  }

  std::string turned_arrows(const Digraph& own) const {
    std::string text;
    for (const auto& [from, to] : g_.graph.arrows())
      if (!own.has(from, to))
        text += (text.empty() ? "" : ", ") + g_.names[static_cast<std::size_t>(from)] + " → " +
                g_.names[static_cast<std::size_t>(to)];
    return text;
  }

  void claim(std::size_t i, int head, int other) {
    const NodeSet conditions = nodes_[i].conditions;
    verdict_.kind = ProductVerdict::untrue;
    verdict_.sentence = shown(i) + " claims " +
                        independence(g_, head, num::only(other), conditions) +
                        ", which the graph does not have: the path " +
                        open_path(g_, all_, other, head, conditions) + " is open.";
  }

  const Factoring& product_;
  const FactorGraph& g_;
  Digraph all_;
  std::vector<FactorNodes> nodes_;
  std::vector<std::size_t> order_;
  ProductVerdict verdict_;
};

}  // namespace

int FactorGraph::node(const std::string& name) const {
  const auto at = std::find(names.begin(), names.end(), name);
  return at == names.end() ? -1 : static_cast<int>(at - names.begin());
}

std::string FactorGraph::listed(num::NodeSet nodes) const {
  std::string all;
  for (const int node : num::nodes_of(nodes))
    all += (all.empty() ? "" : ", ") + names[static_cast<std::size_t>(node)];
  return all;
}

ProductVerdict judge_product(const Factoring& product, const FactorGraph& g) {
  return Judge(product, g).run();
}

}  // namespace exam
