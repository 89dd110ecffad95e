// One step of each optimiser on a flat array of n weights w with gradients g. State arrays have n
// floats that start at 0.
#pragma once

#include <cstddef>

namespace nn {

// w -= rate g
void sgd(float* w, const float* g, std::size_t n, float rate);
// v = momentum v + g; w -= rate v. Polyak (1964).
void momentum(float* w, const float* g, float* v, std::size_t n, float rate, float momentum);
// v = momentum v + g; w -= rate (g + momentum v). Nesterov (1983), as Sutskever et al. (2013) write
// it at the point looked ahead to.
void nesterov(float* w, const float* g, float* v, std::size_t n, float rate, float momentum);
// s = decay s + (1 - decay) g^2; w -= rate g / (sqrt(s) + eps). Tieleman & Hinton (2012).
void rmsprop(float* w, const float* g, float* s, std::size_t n, float rate, float decay, float eps);
// m = b1 m + (1 - b1) g; v = b2 v + (1 - b2) g^2; w -= rate m / (sqrt(v) + eps). The caller puts
// the bias correction sqrt(1 - b2^t) / (1 - b1^t) into `rate`. Kingma & Ba (2015), section 2.
// `shrink` multiplies the weights first: 1 - rate * decay for AdamW, Loshchilov & Hutter (2019).
void adam(float* w, const float* g, float* m, float* v, std::size_t n, float rate, float b1,
          float b2, float eps, float shrink = 1);
// s = rho s + (1 - rho) g^2; d = g sqrt((u + eps) / (s + eps)); u = rho u + (1 - rho) d^2;
// w -= rate d. Zeiler, "ADADELTA" (2012).
void adadelta(float* w, const float* g, float* s, float* u, std::size_t n, float rate, float rho,
              float eps);

}  // namespace nn
