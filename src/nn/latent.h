// What models with latent variables are made of: log densities of each column, and the bound of
// several samples. In nats. How a sample is drawn so that gradients pass through it is `sample` in
// nn/noise.h; the means over a batch that one sample needs are in nn/losses.h.
#pragma once

#include "nn/graph.h"

namespace nn {

// Each is a number for each column: 1 x height x width x batch.

// ln N(x; mean, e^v) = -sum over channels of 1/2 (ln 2 pi + v + (x - mean)^2 / e^v), v the log
// variance. Same shapes, or a single number for v.
Var log_gaussian(Var x, Var mean, Var log_variance);
// ln N(x; 0, 1)
Var log_standard_normal(Var x);
// sum over channels of y z - ln(1 + e^z): y in [0, 1] under Bernoulli variables with the logits z.
// Same shapes; no gradient to `target`.
Var log_bernoulli(Var logits, Var target);

// The mean over the examples of ln(1/k sum_i w_i), where the k numbers ln w_i of each example stand
// in a row (1 x 1 x 1 x (k batch)), as `repeat_examples` leaves them. With w = p(x, z) / q(z | x)
// and z from q it bounds the mean of ln p(x) from below, the closer the more samples there are, and
// for k = 1 it is the evidence lower bound. Burda, Grosse & Salakhutdinov, "Importance weighted
// autoencoders" (2016).
Var importance_bound(Var log_weights, int k);

}  // namespace nn
