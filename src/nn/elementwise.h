// Operations on each number of a tensor by itself; activations among them.
#pragma once

#include "nn/graph.h"

namespace nn {

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

}  // namespace nn
