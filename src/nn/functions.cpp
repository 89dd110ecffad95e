#include "nn/functions.h"

#include "nn/packet.h"
#include "nn/packet_math.h"

namespace nn {
void exp(const float* x, float* out, std::size_t n) {
  map(x, out, n, [](Packet v) { return exp(v); });
}

void log(const float* x, float* out, std::size_t n) {
  map(x, out, n, [](Packet v) { return log(v); });
}

void tanh(const float* x, float* out, std::size_t n) {
  map(x, out, n, [](Packet v) { return tanh(v); });
}

void erf(const float* x, float* out, std::size_t n) {
  map(x, out, n, [](Packet v) { return erf(v); });
}

void sigmoid(const float* x, float* out, std::size_t n) {
  map(x, out, n, [](Packet v) { return sigmoid(v); });
}

void softplus(const float* x, float* out, std::size_t n) {
  map(x, out, n, [](Packet v) { return softplus(v); });
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

namespace {

// Phi(x), with a small absolute error
Packet normal_share(Packet x) {
  return mul(splat(0.5f), add(splat(1), erf(mul(x, splat(0.707106781f)))));
}

}  // namespace

void gelu(const float* x, float* out, std::size_t n) {
  map(x, out, n, [](Packet v) { return mul(v, normal_share(v)); });
}

void gelu_gradient(const float* x, const float* dy, float* dx, std::size_t n) {
  map(x, dy, dx, n, [](Packet v, Packet d) {
    const Packet density = mul(splat(0.398942280f), exp(mul(splat(-0.5f), mul(v, v))));
    return mul(d, add(normal_share(v), mul(v, density)));
  });
}

}  // namespace nn
