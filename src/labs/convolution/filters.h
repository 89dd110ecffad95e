// Kernels with a name.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace laboratory::convolution {

enum class Filter : std::uint8_t {
  identity,
  box,
  gaussian,
  sobel_x,
  sobel_y,
  laplacian,
  sharpen,
  emboss,
  gabor,
  random,
  edge_45,
  edge_135,
  gabor_45,
  gabor_90,
  gabor_135,
  spot
};
constexpr int filter_count = 16;

// As links and tiles name them, in the order of the enumerators.
std::vector<std::string> filter_names();

// The smallest side at which a filter is what its name says.
int least_side(Filter filter);

// The weights, side x side, row by row; side >= least_side(filter). Those of side 3 are the usual
// ones of the textbooks; larger ones blur by binomial weights first and answer a step or a spot as
// strongly. Blurs sum to 1, all that look for edges, lines and spots sum to 0. `random` are N(0, 1)
// weights over side, rounded to hundredths.
std::vector<double> weights(Filter filter, int side, std::uint64_t seed);

}  // namespace laboratory::convolution
