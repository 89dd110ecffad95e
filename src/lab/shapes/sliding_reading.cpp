#include "lab/shapes/sliding_reading.h"

#include <algorithm>

namespace lab {

double seen(const Plane& plane, num::Edge edge, int row, int col) {
  const int r = num::edge_cell(row, plane.rows, edge), c = num::edge_cell(col, plane.cols, edge);
  return r < 0 || c < 0 ? 0 : plane.values[static_cast<std::size_t>(r * plane.cols + c)];
}

std::vector<int> readers(const Sliding& s, int cell, int n, int taps, int outputs) {
  std::vector<int> found;
  for (const num::Use& use : num::uses(n, taps, s.stride, s.pad, s.dilation, s.edge, cell))
    if (use.out < outputs) found.push_back(use.out);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<Product> products(const Sliding& s, int channel, int row, int col) {
  const Plane& input = s.input[static_cast<std::size_t>(channel)];
  const Plane& kernel = s.kernel[static_cast<std::size_t>(channel)];
  std::vector<Product> terms;
  terms.reserve(kernel.values.size());
  for (int i = 0; i < kernel.rows; ++i)
    for (int j = 0; j < kernel.cols; ++j) {
      Product p{i, j, row * s.stride - s.pad + i * s.dilation,
                col * s.stride - s.pad + j * s.dilation};
      p.value = seen(input, s.edge, p.row, p.col);
      p.weight = kernel.values[static_cast<std::size_t>(i * kernel.cols + j)];
      terms.push_back(p);
    }
  return terms;
}

double sum(const std::vector<Product>& terms) {
  double total = 0;
  for (const Product& p : terms) total += p.product();
  return total;
}

}  // namespace lab
