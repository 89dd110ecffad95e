// Products of matrices.
#pragma once

#include "nn/graph.h"

namespace nn {

// Matrix products, one for each example: an example is the matrix channels x places. `b` may have
// one example that is used for all. channels x 1 x places x batch.
Var matmul(Var a, Var b, bool transpose_a = false, bool transpose_b = false);

}  // namespace nn
