// Which layer of a graph each node belongs to.

#include <algorithm>

#include "ui/graph_layout.h"

namespace ui {

namespace {

// Nodes so that arrows lead forwards: always the first one that waits for no other. Where all wait,
// they wait in a circle, and its first node goes ahead.
std::vector<int> forwards(const std::vector<std::vector<int>>& before) {
  std::vector<char> done(before.size(), 0);
  std::vector<int> order;
  const auto ready = [&](std::size_t i) {
    return std::all_of(before[i].begin(), before[i].end(),
                       [&](int from) { return done[static_cast<std::size_t>(from)] != 0; });
  };
  while (order.size() < before.size()) {
    std::size_t next = before.size();
    for (std::size_t i = before.size(); i > 0; --i) {
      if (done[i - 1] == 0 && ready(i - 1)) next = i - 1;
    }
    if (next == before.size())
      next = static_cast<std::size_t>(std::find(done.begin(), done.end(), 0) - done.begin());
    done[next] = 1;
    order.push_back(static_cast<int>(next));
  }
  return order;
}

}  // namespace

std::vector<int> graph_layers(const lab::Graph& g) {
  const std::size_t n = g.nodes.size();
  std::vector<std::vector<int>> after(n), before(n);
  for (const lab::Edge& e : g.edges) {
    if (e.from < 0 || e.to < 0 || e.from == e.to) continue;
    if (static_cast<std::size_t>(std::max(e.from, e.to)) >= n) continue;
    after[static_cast<std::size_t>(e.from)].push_back(e.to);
    before[static_cast<std::size_t>(e.to)].push_back(e.from);
  }
  const std::vector<int> order = forwards(before);
  std::vector<int> place(n), layer(n, 0);
  for (std::size_t i = 0; i < n; ++i)
    place[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
  for (const int node : order) {
    const auto i = static_cast<std::size_t>(node);
    layer[i] = std::max(g.nodes[i].layer, 0);
    if (g.nodes[i].layer >= 0) continue;
    for (const int from : before[i]) {
      const auto j = static_cast<std::size_t>(from);
      if (place[j] < place[i]) layer[i] = std::max(layer[i], layer[j] + 1);
    }
  }
  for (std::size_t i = 0; i < n; ++i) {
    if (g.nodes[i].layer >= 0 || !before[i].empty() || after[i].empty()) continue;
    int first = layer[static_cast<std::size_t>(after[i].front())];
    for (const int to : after[i]) first = std::min(first, layer[static_cast<std::size_t>(to)]);
    layer[i] = std::max(first - 1, 0);
  }
  // Layers that nobody stands in would be gaps.
  std::vector<int> used(layer);
  std::sort(used.begin(), used.end());
  used.erase(std::unique(used.begin(), used.end()), used.end());
  for (int& l : layer)
    l = static_cast<int>(std::lower_bound(used.begin(), used.end(), l) - used.begin());
  return layer;
}

}  // namespace ui
