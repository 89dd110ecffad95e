#include "nn/initial.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace nn {
namespace {

double deviation(const Initial& initial, int fan_in, int fan_out) {
  switch (initial.law) {
    case Initial::Law::xavier:
      return initial.scale * std::sqrt(2.0 / (fan_in + fan_out));
    case Initial::Law::he:
      return initial.scale * std::sqrt(2.0 / fan_in);
    case Initial::Law::lecun:
      return initial.scale * std::sqrt(1.0 / fan_in);
    default:
      return initial.scale;
  }
}

// Gram and Schmidt on Gaussian vectors, twice, which leaves them orthogonal to rounding: `count`
// vectors of `length` >= count numbers, uniform among such frames.
std::vector<double> frame(std::size_t count, std::size_t length, num::Rng& rng) {
  std::vector<double> q(count * length);
  for (double& x : q) x = rng.normal();
  for (std::size_t i = 0; i < count; ++i) {
    double* const v = &q[i * length];
    for (std::size_t earlier = 0; earlier < 2 * i; ++earlier) {
      const double* const u = &q[earlier % i * length];
      double along = 0;
      for (std::size_t j = 0; j < length; ++j) along += u[j] * v[j];
      for (std::size_t j = 0; j < length; ++j) v[j] -= along * u[j];
    }
    double square = 0;
    for (std::size_t j = 0; j < length; ++j) square += v[j] * v[j];
    const double inverse = 1 / std::sqrt(square);
    for (std::size_t j = 0; j < length; ++j) v[j] *= inverse;
  }
  return q;
}

}  // namespace

void draw(std::span<float> to, int rows, int columns, int fan_in, int fan_out,
          const Initial& initial, num::Rng& rng) {
  const auto m = static_cast<std::size_t>(rows), n = static_cast<std::size_t>(columns);
  switch (initial.law) {
    case Initial::Law::constant:
      std::fill(to.begin(), to.end(), initial.scale);
      return;
    case Initial::Law::identity:
      std::fill(to.begin(), to.end(), 0.0f);
      for (std::size_t i = 0; i < std::min(m, n); ++i) to[i + m * i] = initial.scale;
      return;
    case Initial::Law::orthogonal: {
      const bool wide = m <= n;
      const std::vector<double> q = wide ? frame(m, n, rng) : frame(n, m, rng);
      for (std::size_t j = 0; j < n; ++j)
        for (std::size_t i = 0; i < m; ++i)
          to[i + m * j] = static_cast<float>(initial.scale * (wide ? q[i * n + j] : q[j * m + i]));
      return;
    }
    default: {
      const double sigma = deviation(initial, fan_in, fan_out);
      for (float& x : to) x = static_cast<float>(sigma * rng.normal());
    }
  }
}

}  // namespace nn
