#include "num/singular.h"

#include <doctest/doctest.h>

#include "num/square_matrices.h"

using num::Matrix;
using tests::drawn_matrix;
using tests::largest_gap;

TEST_CASE("the paper's matrix has the singular values that it prints, to more digits") {
  const std::vector<double> s = num::singular_values(tests::paper_matrix);
  CHECK(s[0] == doctest::Approx(1.98559).epsilon(3e-6));
  CHECK(s[1] == doctest::Approx(1.38417).epsilon(3e-6));
  CHECK(s[2] == doctest::Approx(0.583954).epsilon(1e-6));
}

TEST_CASE("u diag(values) v^T is the matrix, with orthogonal u and v and values that fall") {
  num::Rng rng(3, 1);
  for (int trial = 0; trial < 300; ++trial) {
    const int cols = 1 + rng.below(6), rows = cols + rng.below(4);
    const Matrix m = drawn_matrix(rng, rows, cols);
    const num::Singular s = num::singular(m);
    Matrix us = s.u;
    for (int i = 0; i < rows; ++i)
      for (int j = 0; j < cols; ++j) us.at(i, j) *= s.values[static_cast<std::size_t>(j)];
    CHECK(largest_gap(product(us, transposed(s.v)), m) < 1e-14);
    CHECK(tests::skew(s.u) < 1e-14);
    CHECK(tests::skew(s.v) < 1e-14);
    CHECK(std::is_sorted(s.values.rbegin(), s.values.rend()));
    CHECK(largest_gap({1, cols, s.values}, {1, cols, num::singular_values(transposed(m))}) < 1e-14);
  }
}

TEST_CASE("a small singular value beside a large one keeps its digits, whatever the scale") {
  // [[1, 1], [0, d]] has the product d of its values, and the sum of their squares 2 + d^2.
  for (const double scale : {1.0, 1e-200, 1e200}) {
    const double d = 1e-12;
    const std::vector<double> s = num::singular_values({2, 2, {scale, scale, 0, scale * d}});
    CHECK(s[0] / scale == doctest::Approx(std::sqrt(2)).epsilon(1e-14));
    CHECK(s[1] / scale == doctest::Approx(d / std::sqrt(2)).epsilon(1e-12));
  }
}

TEST_CASE("what has no rank has values of 0 and columns of 0 for them") {
  const num::Singular s = num::singular({3, 2, {1, 2, 2, 4, 2, 4}});
  CHECK(s.values[0] == doctest::Approx(std::sqrt(45)));
  CHECK(s.values[1] < 1e-15);
  CHECK(num::singular(Matrix::zero(3, 3)).values == std::vector<double>{0, 0, 0});
  CHECK(num::singular(Matrix::zero(3, 3)).u == Matrix::zero(3, 3));
}
