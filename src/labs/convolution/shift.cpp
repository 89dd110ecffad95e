#include "labs/convolution/shift.h"

#include <algorithm>
#include <cmath>

namespace laboratory::convolution {
namespace {

std::vector<float> moved_input(const Layer& layer, int dx, int dy) {
  const num::Conv& conv = layer.conv;
  std::vector<float> out;
  out.reserve(layer.input.size());
  for (int h = 0; h < conv.channels; ++h)
    for (int r = 0; r < conv.rows; ++r) {
      const int row = h * conv.rows + std::clamp(r - dy, 0, conv.rows - 1);
      const float* const line = layer.input.data() + static_cast<std::ptrdiff_t>(row) * conv.cols;
      for (int c = 0; c < conv.cols; ++c) out.push_back(line[std::clamp(c - dx, 0, conv.cols - 1)]);
    }
  return out;
}

// The outputs along one axis of n cells that may be compared with the one `by` further on: both
// fields lie on the picture, and hold the same part of it or would if the stride let them.
std::vector<int> comparable(const num::Conv& conv, int n, int kernel, int shift, int by) {
  const int span = num::conv_span(kernel, conv.dilation);
  const int side = num::conv_side(n, kernel, conv.stride, conv.pad, conv.dilation);
  std::vector<int> outs;
  for (int out = 0; out < side; ++out) {
    const int before = out * conv.stride - conv.pad, after = before + by * conv.stride;
    const auto on_picture = [&](int first) { return first >= 0 && first + span <= n; };
    if (out + by >= 0 && out + by < side && on_picture(before) && on_picture(after) &&
        on_picture(after - shift))
      outs.push_back(out);
  }
  return outs;
}

int nearest(int shift, int stride) {
  return static_cast<int>(std::floor(static_cast<double>(shift) / stride + 0.5));
}

}  // namespace

Shift moved(const Layer& layer, const std::vector<float>& map, int dx, int dy) {
  const num::Conv& conv = layer.conv;
  Shift s;
  s.dx = dx;
  s.dy = dy;
  s.map_dx = nearest(dx, conv.stride);
  s.map_dy = nearest(dy, conv.stride);
  s.input = moved_input(layer, dx, dy);
  s.map = feature_map(layer, s.input);
  for (std::size_t i = 0; i < map.size(); ++i)
    s.change = std::max(s.change, static_cast<double>(std::fabs(s.map[i] - map[i])));

  const int cols = conv.out_cols();
  const auto across = comparable(conv, conv.cols, conv.kernel_cols, dx, s.map_dx);
  for (const int r : comparable(conv, conv.rows, conv.kernel_rows, dy, s.map_dy))
    for (const int c : across) {
      const float was = map[static_cast<std::size_t>(r * cols + c)];
      const float is = s.map[static_cast<std::size_t>((r + s.map_dy) * cols + c + s.map_dx)];
      s.error = std::max(s.error.value_or(0), static_cast<double>(std::fabs(is - was)));
    }
  return s;
}

}  // namespace laboratory::convolution
