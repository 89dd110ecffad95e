#include "num/matrix_chain.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "num/elementary.h"
#include "num/inverse.h"
#include "num/singular.h"

namespace num {
namespace {

constexpr double log_of_2 = 0.6931471805599453;
constexpr double nothing = -std::numeric_limits<double>::infinity();

// Brings the largest entry to [0.5, 1); false where all are 0.
bool scale(std::vector<double>& values, int& exponent) {
  double top = 0;
  for (const double x : values) top = std::max(top, std::fabs(x));
  if (top == 0) return false;
  int own = 0;
  std::frexp(top, &own);
  for (double& x : values) x = std::ldexp(x, -own);
  exponent += own;
  return true;
}

double log_of_norm(const ScaledMatrix& m) {
  const double norm = singular_values(m.matrix).front();
  return norm > 0 ? log(norm) + m.exponent * log_of_2 : nothing;
}

}  // namespace

ChainCourse chain_course(const std::vector<Matrix>& factors) {
  ChainCourse course{{0}, {0}};
  if (factors.empty()) return course;
  ScaledMatrix forth{Matrix::identity(factors[0].rows)}, back = forth;
  std::optional<Matrix> inverted;
  bool singular = false;
  for (std::size_t k = 0; k < factors.size(); ++k) {
    forth.matrix = product(factors[k], forth.matrix);
    const bool any = scale(forth.matrix.values, forth.exponent);
    course.largest.push_back(any ? log_of_norm(forth) : nothing);
    if (k == 0 || !(factors[k] == factors[k - 1])) inverted = inverse(factors[k]);
    singular = singular || !inverted;
    if (!singular) {
      back.matrix = product(back.matrix, *inverted);
      singular = !scale(back.matrix.values, back.exponent);
    }
    course.smallest.push_back(singular ? nothing : -log_of_norm(back));
  }
  return course;
}

std::vector<double> lengths_along(const std::vector<Matrix>& factors, std::vector<double> v) {
  int exponent = 0;
  bool any = scale(v, exponent);
  std::vector<double> lengths;
  const auto note = [&] {
    double sum = 0;
    for (const double x : v) sum += x * x;
    lengths.push_back(any ? 0.5 * log(sum) + exponent * log_of_2 : nothing);
  };
  note();
  for (const Matrix& m : factors) {
    v = product(m, {static_cast<int>(v.size()), 1, v}).values;
    any = any && scale(v, exponent);
    note();
  }
  return lengths;
}

ScaledMatrix chain_product(const std::vector<Matrix>& factors, std::size_t count) {
  ScaledMatrix all{Matrix::identity(factors[0].rows)};
  for (std::size_t k = 0; k < count; ++k) {
    all.matrix = product(factors[k], all.matrix);
    if (!scale(all.matrix.values, all.exponent)) break;
  }
  return all;
}

}  // namespace num
