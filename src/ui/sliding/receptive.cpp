#include "ui/sliding/receptive.h"

#include <algorithm>

namespace ui {

int source_cell(int at, int n, lab::Border border) {
  if (at >= 0 && at < n) return at;
  if (border == lab::Border::zero) return -1;
  if (border == lab::Border::replicate || n == 1) return std::clamp(at, 0, n - 1);
  const int period = 2 * (n - 1);
  const int turned = ((at % period) + period) % period;
  return std::min(turned, period - turned);
}

double seen(const lab::Plane& plane, lab::Border border, int row, int col) {
  const int r = source_cell(row, plane.rows, border), c = source_cell(col, plane.cols, border);
  return r < 0 || c < 0 ? 0 : plane.values[static_cast<std::size_t>(r * plane.cols + c)];
}

std::vector<int> readers(const lab::Sliding& s, int cell, int n, int taps, int outputs) {
  std::vector<int> found;
  for (int out = 0; out < outputs; ++out)
    for (int tap = 0; tap < taps; ++tap)
      if (source_cell(out * s.stride - s.pad + tap * s.dilation, n, s.border) == cell) {
        found.push_back(out);
        break;
      }
  return found;
}

std::vector<Product> products(const lab::Sliding& s, int channel, int row, int col) {
  const lab::Plane& input = s.input[static_cast<std::size_t>(channel)];
  const lab::Plane& kernel = s.kernel[static_cast<std::size_t>(channel)];
  std::vector<Product> terms;
  terms.reserve(kernel.values.size());
  for (int i = 0; i < kernel.rows; ++i)
    for (int j = 0; j < kernel.cols; ++j) {
      Product p{i, j, row * s.stride - s.pad + i * s.dilation,
                col * s.stride - s.pad + j * s.dilation};
      p.value = seen(input, s.border, p.row, p.col);
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

}  // namespace ui
