#include "num/mixture.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "num/elementary.h"

namespace num {
namespace {

constexpr double two_pi = 6.283185307179586;
constexpr double reach = 8;  // sigmas
constexpr int steps = 4;     // of the rule in a sigma

struct Extent {
  double low, high;
};

}  // namespace

double Mixture::density(double x, double y) const {
  double sum = 0;
  for (const Node& n : nodes) {
    const double dx = (x - n.x) / sigma, dy = (y - n.y) / sigma;
    sum += n.weight * exp(-0.5 * (dx * dx + dy * dy));
  }
  return sum / (two_pi * sigma * sigma);
}

double Mixture::negative_entropy() const {
  if (nodes.empty()) return 0;
  Extent across{nodes[0].x, nodes[0].x}, up{nodes[0].y, nodes[0].y};
  for (const Node& n : nodes) {
    across = {std::min(across.low, n.x), std::max(across.high, n.x)};
    up = {std::min(up.low, n.y), std::max(up.high, n.y)};
  }
  const double step = sigma / steps;
  const int span = static_cast<int>(reach) * steps;
  const auto cells = [&](Extent r) {
    return static_cast<std::size_t>(std::floor((r.high - r.low) / step)) + 2 +
           2 * static_cast<std::size_t>(span);
  };
  const std::size_t cols = cells(across), rows = cells(up);
  std::vector<double> p(cols * rows);
  std::vector<double> row(2 * static_cast<std::size_t>(span) + 1), column(row.size());
  for (const Node& n : nodes) {
    // The first cell of the node's window, and how far its middle lies from the node.
    const double at_x = std::floor((n.x - across.low) / step),
                 at_y = std::floor((n.y - up.low) / step);
    for (std::size_t i = 0; i < row.size(); ++i) {
      const double by = (static_cast<double>(i) - span) * step;
      const double dx = (across.low + at_x * step + by - n.x) / sigma;
      const double dy = (up.low + at_y * step + by - n.y) / sigma;
      row[i] = exp(-0.5 * dx * dx);
      column[i] = n.weight * exp(-0.5 * dy * dy);
    }
    const std::size_t corner =
        static_cast<std::size_t>(at_y) * cols + static_cast<std::size_t>(at_x);
    for (std::size_t i = 0; i < column.size(); ++i)
      for (std::size_t j = 0; j < row.size(); ++j) p[corner + i * cols + j] += column[i] * row[j];
  }
  const double scale = 1 / (two_pi * sigma * sigma);
  double sum = 0;
  for (const double unscaled : p) {
    const double density = unscaled * scale;
    if (density > 0) sum += density * log(density);
  }
  return sum * step * step;
}

}  // namespace num
