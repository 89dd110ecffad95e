#include "labs/rnn_remedies/unit_rows.h"

#include <cmath>
#include <limits>
#include <utility>

#include "num/elementary.h"
#include "num/schur.h"

namespace laboratory::rnn_remedies {

lab::Matrix row_normalised(const lab::Matrix& m) {
  num::Matrix unit{m.rows, m.cols, m.values};
  for (int i = 0; i < m.rows; ++i) {
    const double length = num::norm(unit.row(i));
    if (!(length > 0)) continue;
    for (double& x : unit.row(i)) x /= length;
  }
  return {unit.rows, unit.cols, std::move(unit.values)};
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
    const double factor = num::norm(next);
    sum += num::log10(factor);
    all.push_back(sum);
    if (!(factor > 0)) sum = -std::numeric_limits<double>::infinity();
    for (double& x : next) x /= factor > 0 ? factor : 1;
    g = std::move(next);
  }
  return all;
}

}  // namespace laboratory::rnn_remedies
