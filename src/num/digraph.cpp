#include "num/digraph.h"

#include <algorithm>

namespace num {
namespace {

// All nodes that are reached from `set` by steps of `next`, with `set`.
template <class Next>
NodeSet closure(NodeSet set, Next next) {
  NodeSet waiting = set;
  while (waiting != 0) {
    const int node = std::countr_zero(waiting);
    waiting &= waiting - 1;
    const NodeSet fresh = next(node) & ~set;
    set |= fresh;
    waiting |= fresh;
  }
  return set;
}

// A shortest way along arrows from `start` back to itself, or nothing.
std::vector<int> shortest_circle(const Digraph& g, int start) {
  std::array<int, Digraph::most> before{};
  std::vector<int> queue = {start};
  NodeSet met = 0;
  for (std::size_t i = 0; i < queue.size(); ++i) {
    const int node = queue[i];
    if (g.has(node, start)) {
      std::vector<int> way;
      for (int at = node; at != start; at = before[static_cast<std::size_t>(at)]) way.push_back(at);
      way.push_back(start);
      return {way.rbegin(), way.rend()};
    }
    for (const int to : nodes_of(g.children(node) & ~met)) {
      met |= only(to);
      before[static_cast<std::size_t>(to)] = node;
      queue.push_back(to);
    }
  }
  return {};
}

}  // namespace

std::vector<int> nodes_of(NodeSet set) {
  std::vector<int> nodes;
  for (; set != 0; set &= set - 1) nodes.push_back(std::countr_zero(set));
  return nodes;
}

Digraph::Digraph(int nodes, const std::vector<std::pair<int, int>>& arrows) : nodes_(nodes) {
  for (const auto& [from, to] : arrows) add(from, to);
}

void Digraph::add(int from, int to) {
  parents_[index(to)] |= only(from);
  children_[index(from)] |= only(to);
}

void Digraph::remove(int from, int to) {
  parents_[index(to)] &= ~only(from);
  children_[index(from)] &= ~only(to);
}

std::vector<std::pair<int, int>> Digraph::arrows() const {
  std::vector<std::pair<int, int>> found;
  for (int from = 0; from < nodes_; ++from)
    for (const int to : nodes_of(children(from))) found.emplace_back(from, to);
  return found;
}

std::optional<std::vector<int>> topological_order(const Digraph& g) {
  std::vector<int> order;
  for (NodeSet done = 0; done != g.all();) {
    int next = 0;
    while (next < g.nodes() && (has_node(done, next) || (g.parents(next) & ~done) != 0)) ++next;
    if (next == g.nodes()) return std::nullopt;
    done |= only(next);
    order.push_back(next);
  }
  return order;
}

std::vector<int> find_cycle(const Digraph& g) {
  std::vector<int> best;
  for (int node = 0; node < g.nodes(); ++node) {
    std::vector<int> circle = shortest_circle(g, node);
    if (!circle.empty() && (best.empty() || circle.size() < best.size())) best = std::move(circle);
  }
  return best;
}

NodeSet ancestors(const Digraph& g, NodeSet set) {
  return closure(set, [&g](int node) { return g.parents(node); });
}

NodeSet descendants(const Digraph& g, NodeSet set) {
  return closure(set, [&g](int node) { return g.children(node); });
}

NodeSet markov_blanket(const Digraph& g, int node) {
  NodeSet blanket = g.neighbours(node);
  for (const int child : nodes_of(g.children(node))) blanket |= g.parents(child);
  return blanket & ~only(node);
}

std::vector<Immorality> immoralities(const Digraph& g) {
  std::vector<Immorality> found;
  for (int node = 0; node < g.nodes(); ++node) {
    const std::vector<int> parents = nodes_of(g.parents(node));
    for (std::size_t i = 0; i < parents.size(); ++i)
      for (std::size_t j = i + 1; j < parents.size(); ++j)
        if (!g.joined(parents[i], parents[j])) found.push_back({parents[i], node, parents[j]});
  }
  return found;
}

bool markov_equivalent(const Digraph& a, const Digraph& b) {
  if (a.nodes() != b.nodes()) return false;
  for (int node = 0; node < a.nodes(); ++node)
    if (a.neighbours(node) != b.neighbours(node)) return false;
  return immoralities(a) == immoralities(b);
}

}  // namespace num
