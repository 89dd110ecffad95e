// Operations of two tensors, number by number.
#pragma once

#include "nn/graph.h"

namespace nn {

// Sums, differences and products of two tensors. `b` has the shape of `a`, or is a single number,
// or one column that is used at every place, or one row (channels = 1) that is used for every
// channel.
Var add(Var a, Var b);
Var subtract(Var a, Var b);
Var multiply(Var a, Var b);
Var divide(Var a, Var b);

}  // namespace nn
