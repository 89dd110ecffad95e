// Operations that take a column, or all numbers, together: softmax, sums and means.
#pragma once

#include "nn/graph.h"

namespace nn {

// Over the channels of each column. softmax: p_i = e^(x_i) / sum_j e^(x_j), shifted by the largest.
Var softmax(Var x);
Var log_softmax(Var x);
Var log_sum_exp(Var x);   // 1 x height x width x batch
Var sum_channels(Var x);  // 1 x height x width x batch

Var sum(Var x, float factor = 1);  // of all numbers, times the factor: a single number
Var mean(Var x);                   // a single number
Var mean_batch(Var x);             // over the examples: channels x height x width x 1
Var mean_places(Var x);  // over the places: channels x 1 x 1 x batch (global average pooling)

}  // namespace nn
