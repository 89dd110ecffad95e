#include "labs/rnn_remedies/unit_rows.h"

#include <cmath>
#include <limits>

#include "num/elementary.h"
#include "num/schur.h"

namespace laboratory::rnn_remedies {
namespace {

double length(const std::vector<double>& v) {
  double square = 0;
  for (const double x : v) square += x * x;
  return std::sqrt(square);
}

}  // namespace

lab::Matrix row_normalised(const lab::Matrix& m) {
  lab::Matrix unit = m;
  for (int i = 0; i < m.rows; ++i) {
    double square = 0;
    for (int j = 0; j < m.cols; ++j) square += m.at(i, j) * m.at(i, j);
    if (!(square > 0)) continue;
    for (int j = 0; j < m.cols; ++j) unit.at(i, j) /= std::sqrt(square);
  }
  return unit;
}

std::vector<double> abs_eigenvalues(const lab::Matrix& m) {
  std::vector<double> all;
  for (const num::Complex& z : num::eigenvalues({m.rows, m.cols, m.values}))
    all.push_back(num::modulus(z));
  return all;
}

// The vector is brought back to length 1 at every step, so that nothing overflows.
std::vector<double> log_lengths(const lab::Matrix& m, int steps) {
  std::vector<double> g(static_cast<std::size_t>(m.rows), 1 / std::sqrt(m.rows)), all{0};
  double sum = 0;
  for (int k = 1; k <= steps; ++k) {
    std::vector<double> next(static_cast<std::size_t>(m.cols));
    for (int i = 0; i < m.rows; ++i)
      for (int j = 0; j < m.cols; ++j)
        next[static_cast<std::size_t>(j)] += m.at(i, j) * g[static_cast<std::size_t>(i)];
    const double factor = length(next);
    sum += num::log10(factor);
    all.push_back(sum);
    if (!(factor > 0)) sum = -std::numeric_limits<double>::infinity();
    for (double& x : next) x /= factor > 0 ? factor : 1;
    g = std::move(next);
  }
  return all;
}

}  // namespace laboratory::rnn_remedies
