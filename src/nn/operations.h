// Operations on the tensors of a graph, number by number, column by column, and of shape.
//
// A column is one place of one example: the channels there. Shapes are channels x height x width x
// batch; "n numbers" is any shape. Every operation has a gradient with respect to each tensor
// argument unless it says otherwise.
#pragma once

#include <initializer_list>
#include <span>

#include "nn/graph.h"

namespace nn {

// Sums, differences and products of two tensors. `b` has the shape of `a`, or is a single number,
// or one column that is used at every place, or one row (channels = 1) that is used for every
// channel.
Var add(Var a, Var b);
Var subtract(Var a, Var b);
Var multiply(Var a, Var b);
Var divide(Var a, Var b);

Var scale(Var x, float factor, float shift = 0);  // factor x + shift
Var absolute(Var x);                              // |x|, gradient 0 at 0
Var square(Var x);                                // x^2
Var square_root(Var x);                           // sqrt(x), x > 0
Var exp(Var x);                                   // e^x
Var log(Var x);                                   // ln x, x > 0
Var clamp(Var x, float low, float high);          // gradient 0 outside

// Activations.
Var tanh(Var x);
Var sigmoid(Var x);                          // 1 / (1 + e^-x)
Var relu(Var x);                             // max(x, 0), gradient 0 at 0
Var leaky_relu(Var x, float slope = 0.01f);  // x, and slope x below 0
Var elu(Var x, float alpha = 1);  // x, and alpha (e^x - 1) below 0: Clevert et al. (2016)
Var gelu(Var x);      // x/2 (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3))): Hendrycks & Gimpel (2016)
Var softplus(Var x);  // ln(1 + e^x), without overflow

// Over the channels of each column. softmax: p_i = e^(x_i) / sum_j e^(x_j), shifted by the largest.
Var softmax(Var x);
Var log_softmax(Var x);
Var log_sum_exp(Var x);   // 1 x height x width x batch
Var sum_channels(Var x);  // 1 x height x width x batch

Var sum(Var x, float factor = 1);  // of all numbers, times the factor: a single number
Var mean(Var x);                   // a single number
Var mean_batch(Var x);             // over the examples: channels x height x width x 1
Var mean_places(Var x);  // over the places: channels x 1 x 1 x batch (global average pooling)

// The same numbers in another shape of the same size.
Var reshape(Var x, const Shape& shape);
Var flatten(Var x);  // features x 1 x 1 x batch

Var channels(Var x, int first, int count);      // a slice of the channels at every place
Var examples(Var x, int first, int count);      // a slice of the batch
Var join_channels(std::span<const Var> parts);  // same height, width and batch
Var join_examples(std::span<const Var> parts);  // same channels, height and width
Var join_channels(std::initializer_list<Var> parts);
Var join_examples(std::initializer_list<Var> parts);

// Columns of `table` (channels x 1 x 1 x n) by the indices 0 .. n - 1 in `which` (1 x h x w x
// batch): channels x h x w x batch. No gradient to the indices; an index outside gives zeros.
Var gather(Var table, Var which);
// One number of each column: the channel that `which` (1 x h x w x batch) names. Same shape as
// `which`.
Var pick(Var x, Var which);
// x where `keep` is not 0, `fill` where it is; same shapes. No gradient to `keep`.
Var mask(Var x, Var keep, float fill = 0);

// Matrix products, one for each example: an example is the matrix channels x places. `b` may have
// one example that is used for all. channels x 1 x places x batch.
Var matmul(Var a, Var b, bool transpose_a = false, bool transpose_b = false);

// Zeroes each number with probability p in training and scales the others by 1 / (1 - p); in
// evaluation the numbers as they are. 0 <= p < 1. Srivastava et al. (2014).
Var dropout(Var x, float p);
// Standard normal numbers, new at each pass.
Var noise(Graph& graph, const Shape& shape);
// mean + e^(log_variance / 2) noise: Kingma & Welling, "Auto-encoding variational Bayes" (2014).
Var sample(Var mean, Var log_variance);
// The value without the gradient.
Var detach(Var x);

}  // namespace nn
