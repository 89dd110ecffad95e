// Who reads whom in a convolution that is shown, by the arithmetic of num/conv.h.
#pragma once

#include <vector>

#include "lab/shapes/sliding.h"

namespace lab {

// What stands at (row, col) of a plane continued beyond its border.
double seen(const Plane& plane, num::Edge edge, int row, int col);

// The outputs along one axis that read input cell `cell`, through the border too, in order. The
// axis has n inputs, `taps` kernel entries and `outputs` outputs.
std::vector<int> readers(const Sliding& s, int cell, int n, int taps, int outputs);

// One product of an output cell.
struct Product {
  int i = 0, j = 0;      // of the kernel
  int row = 0, col = 0;  // of the input, maybe beyond its border
  double value = 0, weight = 0;
  double product() const { return value * weight; }
};

// Those of one channel, in the kernel's order.
std::vector<Product> products(const Sliding& s, int channel, int row, int col);

// Their sum.
double sum(const std::vector<Product>& terms);

}  // namespace lab
