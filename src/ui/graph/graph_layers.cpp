#include "ui/graph/graph_layers.h"

#include <algorithm>

#include "lab/graph_words.h"

namespace ui {

std::vector<int> graph_layers(const lab::Graph& g) {
  const std::size_t n = g.nodes.size();
  std::vector<std::vector<int>> after(n), before(n);
  for (const lab::Edge& e : g.edges) {
    if (!lab::sound(g, e) || e.from == e.to) continue;
    after[static_cast<std::size_t>(e.from)].push_back(e.to);
    before[static_cast<std::size_t>(e.to)].push_back(e.from);
  }
  const std::vector<int> order = lab::reading_order(g);
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
