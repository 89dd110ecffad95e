#include "labs/recurrent_matrix/journey.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "num/elementary.h"
#include "num/rng.h"

namespace laboratory::recurrent_matrix {
namespace {

using num::Matrix;
using Row = std::vector<double>;

constexpr double nothing = -std::numeric_limits<double>::infinity();

Row scaled(Row v, double factor) {
  for (double& x : v) x *= factor;
  return v;
}

// Re of the vector turned by a unit z.
Row real_part(const num::ComplexVector& v, num::Complex z) {
  Row re;
  for (const num::Complex& x : v) re.push_back(num::product(z, x).re);
  return re;
}

// What a program gets that multiplies by W^T again and again in this kind of number.
template <class Number>
Row multiplied(const Matrix& w, const Row& start) {
  const std::size_t n = start.size();
  std::vector<Number> v(start.begin(), start.end()), matrix(w.values.begin(), w.values.end());
  Row logs;
  for (int k = 0; k <= most_steps; ++k) {
    double square = 0;
    for (const Number x : v) square += static_cast<double>(x) * static_cast<double>(x);
    logs.push_back(square > 0 && std::isfinite(square) ? 0.5 * num::log(square)
                   : square == 0                       ? nothing
                                                       : std::nan(""));
    std::vector<Number> next(n, 0);
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < n; ++j) next[j] += matrix[i * n + j] * v[i];
    v = std::move(next);
  }
  return logs;
}

}  // namespace

std::vector<Matrix> steps_back(const Matrix& w, Activation activation, int seed) {
  const Matrix back = transposed(w);
  std::vector<Matrix> all(most_steps, back);
  if (activation == Activation::identity) return all;
  constexpr double input_spread = 0.5;
  num::Rng rng(static_cast<std::uint64_t>(seed), /*purpose=*/2);
  Matrix h = Matrix::zero(w.rows, 1);
  for (int t = 0; t < most_steps; ++t) {
    h = product(w, h);
    Matrix& step = all[static_cast<std::size_t>(most_steps - 1 - t)];
    for (int i = 0; i < w.rows; ++i) {
      double& x = h.at(i, 0);
      x = num::tanh(x + input_spread * rng.normal());
      for (int j = 0; j < w.rows; ++j) step.at(j, i) *= 1 - x * x;
    }
  }
  return all;
}

Followed along_eigenvector(const Character& c, bool smallest) {
  // Of a pair the one above the axis is followed.
  std::size_t at = smallest ? c.values.size() - 1 : 0;
  if (c.values[at].im < 0) --at;
  const num::Complex value = c.values[at];
  const double size = num::modulus(value);
  const double first = num::norm(real_part(c.left[at], {1, 0}));
  Followed f{scaled(real_part(c.left[at], {1, 0}), 1 / first), {}};
  const num::Complex turn = size > 0 ? num::direction(value) : num::Complex{1, 0};
  num::Complex turned{1, 0};
  for (int k = 0; k <= most_steps; ++k) {
    const double stretch = num::norm(real_part(c.left[at], turned)) / first;
    f.logs.push_back(k == 0                    ? 0
                     : size > 0 && stretch > 0 ? k * num::log(size) + num::log(stretch)
                                               : nothing);
    turned = num::direction(num::product(turned, turn));
  }
  return f;
}

std::optional<Row> unit_gradient(const Row& given, int size) {
  Row v = given;
  v.resize(static_cast<std::size_t>(size));
  const double l = num::norm(v);
  if (!(l > 0)) return std::nullopt;
  return scaled(v, 1 / l);
}

Computed computed(const Character& c) {
  const Followed f = along_eigenvector(c, true);
  Row printed = f.start;
  for (double& x : printed) x = std::round(1e6 * x) / 1e6;
  return {f.logs, multiplied<double>(c.w, f.start), multiplied<float>(c.w, f.start),
          multiplied<double>(c.w, printed)};
}

std::optional<int> parting(const Row& exact, const Row& other) {
  const double twice = num::log(2);
  for (std::size_t k = 0; k < exact.size(); ++k) {
    if (exact[k] == other[k]) continue;
    if (!(std::fabs(exact[k] - other[k]) <= twice)) return static_cast<int>(k);
  }
  return std::nullopt;
}

Row random_lengths(const std::vector<Matrix>& back, int size, int steps, int seed) {
  constexpr int many = 100;
  num::Rng rng(static_cast<std::uint64_t>(seed), /*purpose=*/3);
  const num::ScaledMatrix whole = num::chain_product(back, static_cast<std::size_t>(steps));
  Row lengths;
  for (int i = 0; i < many; ++i) {
    Matrix v = Matrix::zero(size, 1);
    for (double& x : v.values) x = rng.normal();
    const double before = num::norm(v.values), after = num::norm(product(whole.matrix, v).values);
    lengths.push_back(after > 0 ? num::log(after / before) + whole.exponent * num::log(2)
                                : nothing);
  }
  return lengths;
}

}  // namespace laboratory::recurrent_matrix
