#include "num/inverse.h"

#include <doctest/doctest.h>

#include "num/square_matrices.h"

using num::Matrix;

TEST_CASE("a matrix times its inverse is the unit, and the determinants multiply") {
  num::Rng rng(5, 1);
  for (int trial = 0; trial < 200; ++trial) {
    const int n = 1 + rng.below(6);
    Matrix m = tests::drawn_matrix(rng, n, n);
    for (int i = 0; i < n; ++i) m.at(i, i) += 4;
    const auto inverted = num::inverse(m);
    REQUIRE(inverted);
    CHECK(tests::largest_gap(product(m, *inverted), Matrix::identity(n)) < 1e-13);
    CHECK(num::determinant(m) * num::determinant(*inverted) == doctest::Approx(1).epsilon(1e-12));
  }
}

TEST_CASE("the paper's matrix has the determinant -1.60494, and an exchange of rows the sign") {
  CHECK(num::determinant(tests::paper_matrix) == doctest::Approx(-1.60494).epsilon(3e-6));
  CHECK(num::determinant({2, 2, {0, 1, 1, 0}}) == -1);
}

TEST_CASE("what is singular has no inverse and the determinant 0") {
  CHECK_FALSE(num::inverse({2, 2, {1, 2, 2, 4}}));
  CHECK(num::determinant({2, 2, {1, 2, 2, 4}}) == 0);
}
