// Convolution and its two gradients, of maps with the channels last: a batch of maps is a
// column-major matrix of channels x (width * height * batch), the value of channel c at row y,
// column x of image b at [c + channels (x + width (y + height b))]. Dumoulin & Visin, "A guide to
// convolution arithmetic for deep learning" (2016).
#pragma once

#include <cstddef>

#include "nn/gemm.h"

namespace nn {

// One layer. Output side: (side + 2 pad - dilation (kernel - 1) - 1) / stride + 1, rounded down.
// A filter bank is a column-major matrix of out x (kernel * kernel * in): the weight from channel c
// at row i, column j of the window to channel o at [o + out (c + in (j + kernel i))].
struct ConvShape {
  int height = 1, width = 1, in = 1, out = 1, batch = 1;
  int kernel = 1, stride = 1, pad = 0, dilation = 1;

  int span() const { return dilation * (kernel - 1) + 1; }
  int out_height() const { return (height + 2 * pad - span()) / stride + 1; }
  int out_width() const { return (width + 2 * pad - span()) / stride + 1; }
  int patch() const { return kernel * kernel * in; }
};

// Floats of scratch that any of the three functions below needs.
std::size_t conv_scratch(const ConvShape& s);

// z(o, y, x) = bias(o) + sum over i, j, c of filter(o, i, j, c) x(c, y stride - pad + i dilation,
// x stride - pad + j dilation), zero outside. x: in maps, z: out maps. `bias` may be null.
void conv_forward(const ConvShape& s, const float* x, const float* filter, const float* bias,
                  float* z, float* scratch, const TileSet& tiles = fastest_tiles());

// dx from dz: the transposed convolution. Also the forward pass of a transposed layer whose input
// is `dz` and whose output is `dx`.
void conv_input_gradient(const ConvShape& s, const float* dz, const float* filter, Into into,
                         float* dx, float* scratch, const TileSet& tiles = fastest_tiles());

// dfilter from x and dz, summed over positions and images; dbias is `row_sums` of dz.
void conv_filter_gradient(const ConvShape& s, const float* x, const float* dz, Into into,
                          float* dfilter, float* scratch, const TileSet& tiles = fastest_tiles());

}  // namespace nn
