// Does the map move with the picture?
#pragma once

#include <optional>
#include <vector>

#include "labs/convolution/layer.h"

namespace laboratory::convolution {

// The picture moved by dx cells to the right and dy down, its outermost cells repeated where it has
// left, and what that does to the map y. The map should follow by d = dx / stride cells, rounded.
struct Shift {
  int dx = 0, dy = 0;
  int map_dx = 0, map_dy = 0;
  std::vector<float> input, map;
  // Largest |y'(r + d) - y(r)| over the cells that see, before and after, only what was there
  // before and after: no padding, nothing that came in or went out. Nothing where no cell does.
  std::optional<double> error;
  // Largest |y'(r) - y(r)| over all cells: 0 would be invariance.
  double change = 0;
};

Shift moved(const Layer& layer, const std::vector<float>& map, int dx, int dy);

}  // namespace laboratory::convolution
