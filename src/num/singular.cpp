#include "num/singular.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace num {
namespace {

// Columns of a matrix as rows, so that what is turned lies side by side in memory.
struct Turning {
  Matrix columns;  // row j is column j of m v
  Matrix v;        // row j is column j of v
};

void turn(std::span<double> a, std::span<double> b, double cosine, double sine) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    const double x = a[i], y = b[i];
    a[i] = cosine * x - sine * y;
    b[i] = sine * x + cosine * y;
  }
}

// Makes columns i and j orthogonal; false where they are.
bool part(Turning& t, int i, int j, bool with_v) {
  const std::span<double> a = t.columns.row(i), b = t.columns.row(j);
  const double aa = dot(a, a), bb = dot(b, b), ab = dot(a, b);
  constexpr double eps = std::numeric_limits<double>::epsilon();
  if (std::fabs(ab) <= eps * std::sqrt(aa) * std::sqrt(bb)) return false;
  const double zeta = (bb - aa) / (2 * ab);
  const double tangent = (zeta < 0 ? -1 : 1) / (std::fabs(zeta) + std::sqrt(1 + zeta * zeta));
  const double cosine = 1 / std::sqrt(1 + tangent * tangent), sine = cosine * tangent;
  turn(a, b, cosine, sine);
  if (with_v) turn(t.v.row(i), t.v.row(j), cosine, sine);
  return true;
}

// m is scaled by a power of two, so that no square of an entry overflows or vanishes.
int scaling(const Matrix& m) {
  double top = 0;
  for (const double x : m.values) top = std::max(top, std::fabs(x));
  int exponent = 0;
  if (top > 0) std::frexp(top, &exponent);
  return exponent;
}

Turning turned(const Matrix& m, int exponent, bool with_v) {
  Turning t{transposed(m), Matrix::zero(m.cols, with_v ? m.cols : 0)};
  for (double& x : t.columns.values) x = std::ldexp(x, -exponent);
  for (int j = 0; with_v && j < m.cols; ++j) t.v.at(j, j) = 1;
  // Jacobi converges quadratically: ten sweeps are more than matrices of this size have needed.
  constexpr int most_sweeps = 40;
  for (int sweep = 0; sweep < most_sweeps; ++sweep) {
    bool moved = false;
    for (int i = 0; i < m.cols; ++i)
      for (int j = i + 1; j < m.cols; ++j) moved = part(t, i, j, with_v) || moved;
    if (!moved) break;
  }
  return t;
}

std::vector<double> lengths(const Turning& t) {
  std::vector<double> all;
  for (int j = 0; j < t.columns.rows; ++j)
    all.push_back(std::sqrt(dot(t.columns.row(j), t.columns.row(j))));
  return all;
}

}  // namespace

Singular singular(const Matrix& m) {
  const int exponent = scaling(m);
  const Turning t = turned(m, exponent, true);
  const std::vector<double> all = lengths(t);
  std::vector<int> order(all.size());
  std::iota(order.begin(), order.end(), 0);
  const auto value = [&all](int j) { return all[static_cast<std::size_t>(j)]; };
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return value(a) > value(b); });
  Singular s{Matrix::zero(m.rows, m.cols), {}, Matrix::zero(m.cols, m.cols)};
  for (int k = 0; k < m.cols; ++k) {
    const int j = order[static_cast<std::size_t>(k)];
    s.values.push_back(std::ldexp(value(j), exponent));
    for (int i = 0; i < m.rows && value(j) > 0; ++i) s.u.at(i, k) = t.columns.at(j, i) / value(j);
    for (int i = 0; i < m.cols; ++i) s.v.at(i, k) = t.v.at(j, i);
  }
  return s;
}

std::vector<double> singular_values(const Matrix& m) {
  const Matrix tall = m.rows < m.cols ? transposed(m) : m;
  const int exponent = scaling(tall);
  std::vector<double> all = lengths(turned(tall, exponent, false));
  for (double& x : all) x = std::ldexp(x, exponent);
  std::sort(all.begin(), all.end(), std::greater<>());
  return all;
}

}  // namespace num
