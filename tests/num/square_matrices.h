// Square matrices for tests of linear algebra: the paper's, drawn ones and defective ones.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "num/matrix.h"
#include "num/rng.h"

namespace tests {

// W of 2c-ii.
inline const num::Matrix paper_matrix{
    3, 3, {1.03, 0.65, -0.5, -0.08, -0.31, 1.37, 0.59, 1.45, 0.19}};

inline num::Matrix drawn_matrix(num::Rng& rng, int rows, int cols, double spread = 1) {
  num::Matrix m = num::Matrix::zero(rows, cols);
  for (double& x : m.values) x = spread * rng.normal();
  return m;
}

inline double largest_gap(const num::Matrix& a, const num::Matrix& b) {
  double gap = 0;
  for (std::size_t i = 0; i < a.values.size(); ++i)
    gap = std::max(gap, std::fabs(a.values[i] - b.values[i]));
  return gap;
}

// How far the columns are from being orthogonal and of length 1.
inline double skew(const num::Matrix& q) {
  return largest_gap(product(transposed(q), q), num::Matrix::identity(q.cols));
}

}  // namespace tests
