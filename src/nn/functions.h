// Elementary functions of whole arrays: out[i] = f(x[i]) for i < n. `out` may be `x`. The same bits
// on every platform and at every place of an array.
#pragma once

#include <cstddef>

namespace nn {

// e^x. Results below 2^-125 are 0; above the largest float infinity; NaN stays NaN.
void exp(const float* x, float* out, std::size_t n);
// ln x. -inf at 0, NaN below 0, inf at inf.
void log(const float* x, float* out, std::size_t n);
void tanh(const float* x, float* out, std::size_t n);
// 1 / (1 + e^-x)
void sigmoid(const float* x, float* out, std::size_t n);
// ln(1 + e^x), without overflow
void softplus(const float* x, float* out, std::size_t n);
// The correctly rounded square root.
void sqrt(const float* x, float* out, std::size_t n);

// Gradients through an activation, from its output y: dx[i] = dy[i] f'(x[i]). `dx` may be `dy`.
void tanh_gradient(const float* y, const float* dy, float* dx, std::size_t n);     // 1 - y^2
void sigmoid_gradient(const float* y, const float* dy, float* dx, std::size_t n);  // y (1 - y)
void relu(const float* x, float* out, std::size_t n);                              // max(x, 0)
void relu_gradient(const float* y, const float* dy, float* dx, std::size_t n);     // y > 0

}  // namespace nn
