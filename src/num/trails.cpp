#include "num/trails.h"

#include <algorithm>

namespace num {
namespace {

Passing passing(const Digraph& g, int before, int node, int after) {
  const bool comes_in = g.has(before, node), goes_out = g.has(node, after);
  if (comes_in == goes_out) return Passing::chain;
  return comes_in ? Passing::collider : Passing::fork;
}

class Walk {
 public:
  Walk(const Digraph& g, int to, int length, int most, Trails& found)
      : g_(g), to_(to), length_(length), most_(most), found_(found) {}

  // Every trail of the length asked for that goes on from `nodes`.
  void go_on(std::vector<int>& nodes, NodeSet met) {
    const int at = nodes.back();
    const int left = length_ - static_cast<int>(nodes.size());
    if (left == 0) return;
    for (const int next : nodes_of(g_.neighbours(at) & ~met)) {
      if ((next == to_) != (left == 1)) continue;
      if (!found_.complete) return;
      nodes.push_back(next);
      if (next == to_)
        take(nodes);
      else
        go_on(nodes, met | only(next));
      nodes.pop_back();
    }
  }

 private:
  void take(const std::vector<int>& nodes) {
    if (static_cast<int>(found_.all.size()) == most_) {
      found_.complete = false;
      return;
    }
    Trail trail{nodes, {}};
    for (std::size_t i = 1; i + 1 < nodes.size(); ++i)
      trail.passings.push_back(passing(g_, nodes[i - 1], nodes[i], nodes[i + 1]));
    found_.all.push_back(std::move(trail));
  }

  const Digraph& g_;
  int to_, length_, most_;
  Trails& found_;
};

}  // namespace

Trails trails(const Digraph& g, int from, int to, int most) {
  Trails found;
  // By length, so that where there are too many the short ones are there.
  for (int length = 2; length <= g.nodes() && found.complete; ++length) {
    std::vector<int> nodes = {from};
    Walk(g, to, length, most, found).go_on(nodes, only(from));
  }
  return found;
}

std::vector<Gate> gates(const Digraph& g, const Trail& trail, NodeSet given) {
  std::vector<Gate> all;
  for (std::size_t i = 0; i < trail.passings.size(); ++i) {
    const int node = trail.nodes[i + 1];
    if (trail.passings[i] != Passing::collider) {
      all.push_back({!has_node(given, node), -1});
    } else if (has_node(given, node)) {
      all.push_back({true, node});
    } else {
      const NodeSet below = descendants(g, only(node)) & given;
      all.push_back({below != 0, below == 0 ? -1 : std::countr_zero(below)});
    }
  }
  return all;
}

bool open_given(const Digraph& g, const Trail& trail, NodeSet given) {
  for (const Gate& gate : gates(g, trail, given))
    if (!gate.open) return false;
  return true;
}

}  // namespace num
