#include "labs/convolution/net_input.h"

#include <algorithm>
#include <cmath>

#include "labs/convolution/net.h"
#include "num/picture.h"

namespace laboratory::convolution {
namespace {

constexpr int net_side = NetSizes::side;

// One plane of the layer's input: its own, the luminance of its colours, or the mean of the rest.
std::vector<float> grey(const Layer& layer) {
  if (layer.conv.channels == 1) return layer.input;
  if (layer.colour()) return channel_planes(layer.input, 1);
  const auto planes = static_cast<std::size_t>(layer.conv.channels);
  const std::size_t size = layer.input.size() / planes;
  std::vector<float> mean(size);
  for (std::size_t i = 0; i < size; ++i) {
    double sum = 0;
    for (std::size_t h = 0; h < planes; ++h) sum += static_cast<double>(layer.input[h * size + i]);
    mean[i] = static_cast<float>(sum / static_cast<double>(planes));
  }
  return mean;
}

double mean_of_rim(const std::vector<float>& plane) {
  double sum = 0;
  for (int i = 0; i < net_side * net_side; ++i) {
    const int row = i / net_side, col = i % net_side;
    if (row == 0 || row == net_side - 1 || col == 0 || col == net_side - 1)
      sum += static_cast<double>(plane[static_cast<std::size_t>(i)]);
  }
  return sum / (4 * net_side - 4);
}

double mean_of(const std::vector<float>& plane) {
  double sum = 0;
  for (const float x : plane) sum += static_cast<double>(x);
  return sum / static_cast<double>(plane.size());
}

}  // namespace

NetInput net_input(const Layer& layer) {
  const int rows = layer.conv.rows, cols = layer.conv.cols, square = std::min(rows, cols);
  const num::Crop middle{(rows - square) / 2, (cols - square) / 2, square, square};
  NetInput in{num::area_average(grey(layer), cols, middle, net_side, net_side), false};
  const double rim = mean_of_rim(in.pixels);
  in.dark_ink = mean_of(in.pixels) < rim;
  const auto [low, high] = std::minmax_element(in.pixels.begin(), in.pixels.end());
  const double reach = static_cast<double>(in.dark_ink ? *low : *high) - rim;
  // Below this a difference is what rounding has left of none.
  const bool empty = std::fabs(reach) <= 1e-5 * std::max(1.0, std::fabs(rim));
  for (float& x : in.pixels) {
    const double ink = empty ? 0 : (static_cast<double>(x) - rim) / reach;
    x = static_cast<float>(std::clamp(ink, 0.0, 1.0));
  }
  return in;
}

}  // namespace laboratory::convolution
