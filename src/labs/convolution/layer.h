// One layer with its input: what the parameters come to once tables, pictures and presets are
// sorted out.
#pragma once

#include <vector>

#include "lab/report.h"
#include "labs/convolution/params.h"
#include "num/conv.h"

namespace laboratory::convolution {

struct Layer {
  num::Conv conv;              // of the planes that are computed and drawn
  int channels = 1;            // that the layer has; conv.channels of them are drawn
  std::vector<float> input;    // stacked planes
  std::vector<double> exact;   // the same in double where X was given, else empty
  std::vector<double> kernel;  // stacked, one for each plane
  std::string kernel_name;     // of the filter, or "K"
  std::vector<lab::Problem> problems;

  bool given() const { return !exact.empty(); }
  bool colour() const { return !given() && conv.channels == 3; }
  double input_at(std::ptrdiff_t index) const;
  // The value of a tap's input cell; 0 in zero padding.
  double read(const num::Tap& tap) const { return tap.source < 0 ? 0 : input_at(tap.source); }
  double weight(const num::Tap& tap) const { return kernel[static_cast<std::size_t>(tap.weight)]; }
  // Their product, never a negative zero, which would look odd written out.
  double product(const num::Tap& tap) const { return weight(tap) * read(tap) + 0.0; }
  bool operator==(const Layer&) const = default;
};

// `rgb` is the picture, three planes of n x n, or empty where the sizes are all that is asked. X
// wins over it and K over the filter. What cannot be used is named in `problems`, and what would
// stand without it is used instead.
Layer layer_of(const Params& params, const std::vector<float>& rgb);

// The feature map in float; empty where the kernel does not fit.
std::vector<float> feature_map(const Layer& layer, const std::vector<float>& input);

// The part of a kernel table that belongs to one channel. K serves every channel when it is square
// and stacks them downwards otherwise; both are 0 where its rows cannot be shared out.
struct KernelSize {
  int rows = 0, cols = 0;
};
KernelSize kernel_size(const lab::Matrix& K, int channels, int drawn);

}  // namespace laboratory::convolution
