// Operations with weights. Layers of the same name share them; the weights are "<name> weight",
// "<name> bias" and so on.
#pragma once

#include <string_view>

#include "nn/initial.h"
#include "nn/normalisation.h"
#include "nn/operations.h"
#include "nn/resize.h"

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

// A vector for each index 0 .. count - 1: gather from the table "<name> weight".
Var embedding(Var which, int count, int width, std::string_view name,
              const Initial& initial = normal(1));

}  // namespace nn
