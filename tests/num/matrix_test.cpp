#include "num/matrix.h"

#include <doctest/doctest.h>

using num::Matrix;

TEST_CASE("the identity leaves what it multiplies as it is") {
  const Matrix m{2, 3, {1, -2, 3, 4, 5, -6}};
  CHECK(Matrix::identity(3) == Matrix{3, 3, {1, 0, 0, 0, 1, 0, 0, 0, 1}});
  CHECK(product(Matrix::identity(2), m) == m);
  CHECK(product(m, Matrix::identity(3)) == m);
}

TEST_CASE("a norm is the root of the sum of squares, of a row as of a matrix") {
  const Matrix m{2, 2, {1, 2, 4, -10}};
  CHECK(num::norm(m.values) == 11);
  CHECK(num::norm(std::vector<double>{}) == 0);
  CHECK(num::norm(Matrix{2, 2, {3, 4, 0, 1}}.row(0)) == 5);
}
