#include "nn/functions.h"

#include <doctest/doctest.h>

#include <cfloat>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <vector>

#include "nn/arrays.h"

namespace {

constexpr float inf = std::numeric_limits<float>::infinity();
constexpr float undefined = std::numeric_limits<float>::quiet_NaN();

using Function = void (*)(const float*, float*, std::size_t);
using Reference = long double (*)(long double);

float at(Function f, float x) {
  f(&x, &x, 1);
  return x;
}

// Errors are measured where long double is wider than double; elsewhere the hash ties the results
// to those that were measured.
constexpr std::uint32_t stride = LDBL_MANT_DIG == 64 ? 8111 : 0x40000000;

// The largest error of f against the reference, in units in the last place of the true value, over
// floats in [low, high] whose result is a normal float: each `stride`-th of all bit patterns.
double worst(Function f, Reference reference, float low, float high) {
  double largest = 0;
  for (std::uint64_t pattern = 0; pattern < 0x100000000u; pattern += stride) {
    const auto bits = static_cast<std::uint32_t>(pattern);
    float x;
    std::memcpy(&x, &bits, sizeof x);
    if (!(x >= low && x <= high)) continue;
    const long double want = reference(x);
    if (std::fabs(want) < FLT_MIN || std::fabs(want) > FLT_MAX) continue;
    int exponent;
    std::frexp(want, &exponent);
    const long double off = std::fabs(at(f, x) - want) / std::ldexp(1.0L, exponent - 24);
    largest = std::fmax(largest, static_cast<double>(off));
  }
  return largest;
}

}  // namespace

TEST_CASE("the functions are as exact as they state") {
  CHECK(worst(
            nn::exp, [](long double x) { return std::exp(x); }, -86.9f, 88.72f) < 1.2);
  CHECK(worst(
            nn::log, [](long double x) { return std::log(x); }, 1e-45f, FLT_MAX) < 0.9);
  CHECK(worst(
            nn::tanh, [](long double x) { return std::tanh(x); }, -inf, inf) < 6);
  CHECK(worst(
            nn::erf, [](long double x) { return std::erf(x); }, -inf, inf) < 6);
  CHECK(worst(
            nn::sigmoid, [](long double x) { return 1 / (1 + std::exp(-x)); }, -86, inf) < 2.6);
  CHECK(worst(
            nn::softplus, [](long double x) { return std::log1p(std::exp(x)); }, -86, 60) < 2);
}

TEST_CASE("the functions know their limits") {
  CHECK(at(nn::exp, 0) == 1);
  CHECK(at(nn::exp, inf) == inf);
  CHECK(at(nn::exp, 88.73f) == inf);
  CHECK(at(nn::exp, -inf) == 0);
  CHECK(at(nn::exp, -88) == 0);
  CHECK(std::isnan(at(nn::exp, undefined)));
  CHECK(at(nn::log, 1) == 0);
  CHECK(at(nn::log, 0) == -inf);
  CHECK(at(nn::log, inf) == inf);
  CHECK(std::isnan(at(nn::log, -1)));
  CHECK(std::isnan(at(nn::log, undefined)));
  for (const Function odd : {Function(nn::tanh), Function(nn::erf)}) {
    CHECK(at(odd, inf) == 1);
    CHECK(at(odd, -inf) == -1);
    CHECK(at(odd, 12) == 1);
    CHECK(std::signbit(at(odd, -0.0f)));
    CHECK(std::isnan(at(odd, undefined)));
  }
  CHECK(at(nn::sigmoid, inf) == 1);
  CHECK(at(nn::sigmoid, -inf) == 0);
  CHECK(at(nn::sigmoid, 0) == 0.5f);
  CHECK(at(nn::softplus, 100) == 100);
  CHECK(at(nn::softplus, -inf) == 0);
  CHECK(at(nn::relu, -3) == 0);
  CHECK(std::isnan(at(nn::relu, undefined)));
  CHECK(at(nn::gelu, 10) == 10);
  CHECK(at(nn::gelu, -10) == 0);
  CHECK(at(nn::gelu, 1) == doctest::Approx(0.841344746));  // Phi(1), from a table
}

TEST_CASE("tanh and erf stay in -1 to 1 and are odd") {
  for (const Function f : {Function(nn::tanh), Function(nn::erf)}) {
    for (float x = 0; x < 12; x += 0.01f) {
      const float y = at(f, x);
      CHECK(y <= 1);
      CHECK(at(f, -x) == -y);
    }
  }
}

TEST_CASE("a value's result does not depend on its place in the array") {
  for (const Function f :
       {Function(nn::exp), Function(nn::log), Function(nn::tanh), Function(nn::erf),
        Function(nn::sigmoid), Function(nn::softplus), Function(nn::sqrt), Function(nn::gelu)})
    for (std::size_t n = 1; n < 12; ++n) {
      std::vector<float> x = noise(n + 1, n), y(n + 1, -7.0f);
      for (float& v : x) v = std::fabs(v);
      f(x.data(), y.data(), n);
      for (std::size_t i = 0; i < n; ++i) CHECK(y[i] == at(f, x[i]));
      CHECK(y[n] == -7);  // nothing is written beyond the end
    }
}

TEST_CASE("gradients of activations are their central differences") {
  using Gradient = void (*)(const float*, const float*, float*, std::size_t);
  for (float x = -3; x < 3; x += 0.37f) {
    const float one = 1, h = 0x1p-7f;
    const auto slope = [&](Function f) { return (at(f, x + h) - at(f, x - h)) / (2 * h); };
    const auto stated = [&](Gradient g, float v) {
      g(&v, &one, &v, 1);
      return v;
    };
    CHECK(stated(nn::tanh_gradient, at(nn::tanh, x)) ==
          doctest::Approx(slope(nn::tanh)).epsilon(1e-3));
    CHECK(stated(nn::sigmoid_gradient, at(nn::sigmoid, x)) ==
          doctest::Approx(slope(nn::sigmoid)).epsilon(1e-3));
    CHECK(stated(nn::gelu_gradient, x) == doctest::Approx(slope(nn::gelu)).epsilon(1e-3));
    CHECK(stated(nn::relu_gradient, at(nn::relu, x)) == (x > 0 ? 1 : 0));
  }
}

TEST_CASE("the functions give the same bits on every platform") {
  std::vector<float> x = noise(4096), y(x.size());
  std::uint64_t hash = bits_hash({});
  for (std::size_t i = 0; i < x.size(); ++i) x[i] *= i % 2 == 0 ? 4.0f : 80.0f;
  for (const Function f : {Function(nn::exp), Function(nn::tanh), Function(nn::erf),
                           Function(nn::sigmoid), Function(nn::softplus), Function(nn::gelu)}) {
    f(x.data(), y.data(), x.size());
    hash = bits_hash(y, hash);
  }
  for (float& v : x) v = v * v;
  nn::log(x.data(), y.data(), x.size());
  hash = bits_hash(y, hash);
  CHECK(hash == 13596855027382475967u);
}
