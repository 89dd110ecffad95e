// Elementary functions of whole arrays: out[i] = f(x[i]) for i < n. `out` may be `x`. The same bits
// on every platform and at every place of an array.
//
// "Within e ULP": the largest error met against long double, in units in the last place of the true
// value, over every 31st float whose result is a normal one.
#pragma once

#include <cstddef>

namespace nn {

// e^x, within 1.2 ULP. Results below 2^-125.5 are 0, above the largest float infinity; NaN stays
// NaN.
void exp(const float* x, float* out, std::size_t n);
// ln x, within 0.9 ULP. -inf at 0, NaN below 0, inf at inf.
void log(const float* x, float* out, std::size_t n);
// Within 6 ULP, never beyond -1 and 1.
void tanh(const float* x, float* out, std::size_t n);
// 2 / sqrt(pi) times the integral of e^-t^2 over t in 0 .. x. Within 6 ULP, never beyond -1 and 1.
void erf(const float* x, float* out, std::size_t n);
// 1 / (1 + e^-x), within 2.6 ULP
void sigmoid(const float* x, float* out, std::size_t n);
// ln(1 + e^x), without overflow, within 2 ULP
void softplus(const float* x, float* out, std::size_t n);
// The correctly rounded square root.
void sqrt(const float* x, float* out, std::size_t n);

// Gradients through an activation, from its output y: dx[i] = dy[i] f'(x[i]). `dx` may be `dy`.
void tanh_gradient(const float* y, const float* dy, float* dx, std::size_t n);     // 1 - y^2
void sigmoid_gradient(const float* y, const float* dy, float* dx, std::size_t n);  // y (1 - y)
void relu(const float* x, float* out, std::size_t n);                              // max(x, 0)
void relu_gradient(const float* y, const float* dy, float* dx, std::size_t n);     // y > 0

// x Phi(x) with the normal distribution's Phi(x) = (1 + erf(x / sqrt 2)) / 2, and its gradient from
// the input, dx[i] = dy[i] (Phi(x[i]) + x[i] e^(-x[i]^2 / 2) / sqrt(2 pi)). Hendrycks & Gimpel
// (2016).
void gelu(const float* x, float* out, std::size_t n);
void gelu_gradient(const float* x, const float* dy, float* dx, std::size_t n);

}  // namespace nn
