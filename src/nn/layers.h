// Operations with weights. Layers of the same name share them; the weights are "<name> weight",
// "<name> bias" and so on.
#pragma once

#include <string_view>

#include "nn/initial.h"
#include "nn/operations.h"

namespace nn {

// W x + b for each example, all its features at once: W outputs x features, b outputs. The result
// is outputs x 1 x 1 x batch. Without `bias` there is no b; otherwise every bias starts at
// `bias_start`.
struct DenseOptions {
  Initial initial = he();
  bool bias = true;
  float bias_start = 0;
};
Var dense(Var x, int outputs, std::string_view name, const DenseOptions& options = {});
// The same at every place: W x + b for each column, W outputs x channels.
Var pointwise(Var x, int outputs, std::string_view name, const DenseOptions& options = {});

// Cross-correlation of each example's map with `outputs` filters of side `kernel`:
//   z(o, y, x) = b(o) + sum_(i, j, c) F(o, c, j, i) x(c, stride y + dilation i - pad, ...),
// with zeros outside. Sides as num::conv_side gives them. Filters are outputs x (channels kernel
// kernel), the channels side by side, then along the width, then the height.
struct ConvOptions {
  int stride = 1, pad = 0, dilation = 1;
  Initial initial = he();
  bool bias = true;
};
Var conv(Var x, int outputs, int kernel, std::string_view name, const ConvOptions& options = {});
// The transpose of that linear map, as a layer: sides stride (n - 1) + dilation (kernel - 1) + 1 -
// 2 pad. Dumoulin & Visin (2016), chapter 4.
Var conv_transposed(Var x, int outputs, int kernel, std::string_view name,
                    const ConvOptions& options = {});

// Windows of side `side`, every `stride` places (0: `side`); windows that do not fit are left out.
// The gradient of the largest goes to the first of equals.
Var max_pool(Var x, int side, int stride = 0);
Var average_pool(Var x, int side, int stride = 0);

// Each place becomes factor x factor places of the same numbers.
Var upsample(Var x, int factor);
// channels f^2 x h x w -> channels x f h x f w: the numbers of a place become f x f places. Shi et
// al., "Real-time single image super-resolution" (2016).
Var pixel_shuffle(Var x, int factor);

// Per channel over all places and examples: scale (x - mean) / sqrt(variance + epsilon) + shift,
// with the batch's moments in training, which also move the running ones by `pace` towards
// themselves, and the running ones in evaluation. Variances divide by the count. Ioffe & Szegedy
// (2015).
struct NormOptions {
  float epsilon = 1e-5f;
  float pace = 0.1f;
};
Var batch_norm(Var x, std::string_view name, const NormOptions& options = {});
// Per example over all its features, then scale and shift for each feature. Ba, Kiros & Hinton
// (2016).
Var layer_norm(Var x, std::string_view name, const NormOptions& options = {});

// A vector for each index 0 .. count - 1: gather from the table "<name> weight".
Var embedding(Var which, int count, int width, std::string_view name,
              const Initial& initial = normal(1));

}  // namespace nn
