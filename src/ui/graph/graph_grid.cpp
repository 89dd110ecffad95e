#include "ui/graph/graph_grid.h"

#include <algorithm>
#include <cmath>

#include "ui/graph/apart.h"

namespace ui {

namespace {

struct Apart {
  std::size_t low, high;  // rows
  double by;
};

// What the layers ask of the rows: that neighbours in each of them have room.
std::vector<Apart> needs_of(const GraphSpacing& spacing, const GraphRows& rows, std::size_t count) {
  std::vector<Apart> needs;
  const auto row = [&](int i) { return spacing.items[at(i)].row; };
  for (const std::vector<int>& layer : rows.layers) {
    std::vector<int> nodes;
    for (const int i : layer) {
      if (spacing.items[at(i)].node >= 0) nodes.push_back(i);
    }
    std::stable_sort(nodes.begin(), nodes.end(), [&](int a, int b) { return row(a) < row(b); });
    const std::vector<double> by = spacing.distances(nodes);
    for (std::size_t k = 1; k < nodes.size(); ++k) {
      const Apart apart{static_cast<std::size_t>(row(nodes[k - 1])),
                        static_cast<std::size_t>(row(nodes[k])), by[k]};
      if (apart.low < apart.high) needs.push_back(apart);
    }
  }
  for (std::size_t r = 1; r < count; ++r)
    needs.push_back({r - 1, r, static_cast<double>(0.5f * spacing.gap)});
  return needs;
}

// The middle of each row: between the lowest place that meets the needs and the highest that
// reaches no further, which meets them as well, for they are linear.
std::vector<double> row_middles(std::vector<Apart> needs, std::size_t count) {
  std::vector<double> middles(count, 0);
  std::stable_sort(needs.begin(), needs.end(),
                   [](const Apart& a, const Apart& b) { return a.low < b.low; });
  for (const Apart& n : needs) middles[n.high] = std::max(middles[n.high], middles[n.low] + n.by);
  std::vector<double> highest(count, middles.back());
  std::stable_sort(needs.begin(), needs.end(),
                   [](const Apart& a, const Apart& b) { return a.high > b.high; });
  for (const Apart& n : needs) highest[n.low] = std::min(highest[n.low], highest[n.high] - n.by);
  for (std::size_t r = 0; r < count; ++r) middles[r] = 0.5 * (middles[r] + highest[r]);
  return middles;
}

}  // namespace

bool GraphSpacing::joined(int a, int b) const {
  const int m = items[at(a)].node, n = items[at(b)].node;
  return std::any_of(graph.edges.begin(), graph.edges.end(), [&](const lab::Edge& e) {
    return m >= 0 && n >= 0 && ((e.from == m && e.to == n) || (e.from == n && e.to == m));
  });
}

std::vector<double> GraphSpacing::distances(const std::vector<int>& layer) const {
  std::vector<double> apart(layer.size(), 0);
  for (std::size_t k = 1; k < layer.size(); ++k) {
    const GraphItem &a = items[at(layer[k - 1])], &b = items[at(layer[k])];
    apart[k] = static_cast<double>(0.5f * (a.extent + b.extent) +
                                   (joined(layer[k - 1], layer[k]) ? link : gap));
  }
  return apart;
}

void place_on_grid(const GraphSpacing& spacing, GraphRows& out) {
  int last = 0;
  for (const lab::Node& n : spacing.graph.nodes) last = std::max(last, n.row);
  const std::size_t count = at(last) + 1;
  const std::vector<double> middle = row_middles(needs_of(spacing, out, count), count);
  std::vector<double> wanted(out.items.size());
  for (std::size_t i = 0; i < out.items.size(); ++i) {
    const double row = std::clamp(out.items[i].row, 0.0, static_cast<double>(last));
    const auto below = static_cast<std::size_t>(row);
    const std::size_t above = std::min(below + 1, count - 1);
    const double share = row - std::floor(row);
    wanted[i] = middle[below] * (1 - share) + middle[above] * share;
  }
  for (std::vector<int>& layer : out.layers) {
    std::stable_sort(layer.begin(), layer.end(),
                     [&](int a, int b) { return wanted[at(a)] < wanted[at(b)]; });
    std::vector<double> places, weight;
    for (const int i : layer) {
      places.push_back(wanted[at(i)]);
      weight.push_back(out.items[at(i)].node < 0 ? 1e-4 : 1.0);
    }
    places = spread(places, weight, spacing.distances(layer));
    for (std::size_t i = 0; i < layer.size(); ++i)
      out.items[at(layer[i])].middle = static_cast<float>(places[i]);
  }
}

}  // namespace ui
