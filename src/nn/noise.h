// Operations that draw random numbers at each pass.
#pragma once

#include "nn/graph.h"

namespace nn {

// Zeroes each number with probability p in training and scales the others by 1 / (1 - p); in
// evaluation the numbers as they are. 0 <= p < 1. Srivastava et al. (2014).
Var dropout(Var x, float p);
// Standard normal numbers, new at each pass.
Var noise(Graph& graph, const Shape& shape);
// mean + e^(log_variance / 2) noise: Kingma & Welling, "Auto-encoding variational Bayes" (2014).
Var sample(Var mean, Var log_variance);

}  // namespace nn
