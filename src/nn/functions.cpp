#include "nn/functions.h"

#include "nn/packet.h"
#include "num/elementary.h"

namespace nn {
namespace {

template <class F>
void each(const float* x, float* out, std::size_t n, F f) {
  for (std::size_t i = 0; i < n; ++i) out[i] = static_cast<float>(f(static_cast<double>(x[i])));
}

}  // namespace

void exp(const float* x, float* out, std::size_t n) {
  each(x, out, n, [](double v) { return num::exp(v); });
}

void log(const float* x, float* out, std::size_t n) {
  each(x, out, n, [](double v) { return num::log(v); });
}

void tanh(const float* x, float* out, std::size_t n) {
  each(x, out, n, [](double v) { return num::tanh(v); });
}

void sigmoid(const float* x, float* out, std::size_t n) {
  each(x, out, n, [](double v) { return 1 / (1 + num::exp(-v)); });
}

void softplus(const float* x, float* out, std::size_t n) {
  each(x, out, n,
       [](double v) { return (v > 0 ? v : 0) + num::log(1 + num::exp(v > 0 ? -v : v)); });
}

void sqrt(const float* x, float* out, std::size_t n) {
  map(x, out, n, [](Packet v) { return sqrt(v); });
}

void tanh_gradient(const float* y, const float* dy, float* dx, std::size_t n) {
  map(y, dy, dx, n, [](Packet v, Packet d) { return mul(d, sub(splat(1), mul(v, v))); });
}

void sigmoid_gradient(const float* y, const float* dy, float* dx, std::size_t n) {
  map(y, dy, dx, n, [](Packet v, Packet d) { return mul(d, mul(v, sub(splat(1), v))); });
}

void relu(const float* x, float* out, std::size_t n) {
  map(x, out, n, [](Packet v) { return max(splat(0), v); });
}

void relu_gradient(const float* y, const float* dy, float* dx, std::size_t n) {
  map(y, dy, dx, n, [](Packet v, Packet d) { return both(less(splat(0), v), d); });
}

}  // namespace nn
