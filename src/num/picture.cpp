#include "num/picture.h"

#include <algorithm>
#include <cassert>
#include <cstdint>

namespace num {
namespace {

// How much of old cell `cell` lies in a new one, as a share of the new one.
struct Share {
  int cell;
  double weight;
};

// The old cells under each of `out` new ones, along an axis of `n` old cells. Lengths are counted
// in units of 1 / (n out) of the axis, so that ends meet exactly.
std::vector<std::vector<Share>> shares(int n, int out) {
  std::vector<std::vector<Share>> all(static_cast<std::size_t>(out));
  for (int o = 0; o < out; ++o) {
    const std::int64_t from = std::int64_t{o} * n, to = from + n;
    for (int cell = static_cast<int>(from / out); std::int64_t{cell} * out < to; ++cell) {
      const std::int64_t begin = std::max(from, std::int64_t{cell} * out);
      const std::int64_t end = std::min(to, (std::int64_t{cell} + 1) * out);
      all[static_cast<std::size_t>(o)].push_back(
          {cell, static_cast<double>(end - begin) / static_cast<double>(n)});
    }
  }
  return all;
}

}  // namespace

std::vector<float> area_average(std::span<const float> plane, int cols, const Crop& crop,
                                int out_rows, int out_cols) {
  assert(crop.top >= 0 && crop.left >= 0 && crop.left + crop.width <= cols);
  assert(plane.size() >=
         static_cast<std::size_t>(crop.top + crop.height) * static_cast<std::size_t>(cols));
  const auto down = shares(crop.height, out_rows), across = shares(crop.width, out_cols);
  std::vector<float> out;
  out.reserve(static_cast<std::size_t>(out_rows) * static_cast<std::size_t>(out_cols));
  std::vector<double> line(static_cast<std::size_t>(crop.width));
  for (const auto& rows : down) {
    std::fill(line.begin(), line.end(), 0.0);
    for (const Share& row : rows) {
      const float* const from =
          plane.data() + static_cast<std::ptrdiff_t>(crop.top + row.cell) * cols + crop.left;
      for (std::size_t c = 0; c < line.size(); ++c) line[c] += row.weight * from[c];
    }
    for (const auto& cells : across) {
      double sum = 0;
      for (const Share& cell : cells)
        sum += cell.weight * line[static_cast<std::size_t>(cell.cell)];
      out.push_back(static_cast<float>(sum));
    }
  }
  return out;
}

}  // namespace num
