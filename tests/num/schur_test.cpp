#include "num/schur.h"

#include <doctest/doctest.h>

#include "num/inverse.h"
#include "num/square_matrices.h"

using num::Complex;
using num::Matrix;

namespace {

double far(Complex a, Complex b) { return num::modulus({a.re - b.re, a.im - b.im}); }

// Every one of `expected` has one of its own among the eigenvalues within `reach`.
bool has(const Matrix& m, const std::vector<Complex>& expected, double reach) {
  std::vector<Complex> left = num::eigenvalues(m);
  for (const Complex& z : expected) {
    const auto at = std::min_element(left.begin(), left.end(),
                                     [z](Complex a, Complex b) { return far(a, z) < far(b, z); });
    if (at == left.end() || far(*at, z) > reach) return false;
    left.erase(at);
  }
  return left.empty();
}

// A matrix of n rows similar to blocks of these eigenvalues, by a well-conditioned change of base.
Matrix similar(const Matrix& blocks, num::Rng& rng) {
  Matrix s = tests::drawn_matrix(rng, blocks.rows, blocks.rows, 0.3);
  for (int i = 0; i < s.rows; ++i) s.at(i, i) += 1.5;
  return product(product(s, blocks), *num::inverse(s));
}

}  // namespace

TEST_CASE("the paper's matrix has the eigenvalues 1.39016, -1.34105 and 0.860889") {
  const std::vector<Complex> z = num::eigenvalues(tests::paper_matrix);
  REQUIRE(z.size() == 3);
  CHECK(far(z[0], {1.39016, 0}) < 5e-6);
  CHECK(far(z[1], {-1.34105, 0}) < 5e-6);
  CHECK(far(z[2], {0.860889, 0}) < 5e-7);
}

TEST_CASE("q t q^T is the matrix, q is orthogonal and t has its blocks in standard form") {
  num::Rng rng(7, 1);
  for (int trial = 0; trial < 2000; ++trial) {
    const int n = 1 + rng.below(8);
    Matrix m = tests::drawn_matrix(rng, n, n);
    // Entries of 0 and of one size, as people type them.
    if (trial % 3 == 0)
      for (double& x : m.values) x = std::round(x);
    const num::Schur w = num::real_schur(m);
    CHECK(tests::skew(w.q) < 1e-13);
    CHECK(tests::largest_gap(product(product(w.q, w.t), transposed(w.q)), m) < 2e-13);
    for (int i = 0; i < n; ++i) {
      for (int j = 0; j + 1 < i; ++j) CHECK(w.t.at(i, j) == 0);
      if (!w.pair_at(i)) continue;
      CHECK(w.t.at(i, i) == w.t.at(i + 1, i + 1));
      CHECK(w.t.at(i, i + 1) * w.t.at(i + 1, i) < 0);
      CHECK_FALSE(w.pair_at(i + 1));
    }
  }
}

TEST_CASE("eigenvalues that were put into a matrix are found in it, pairs and all") {
  num::Rng rng(9, 1);
  for (int trial = 0; trial < 500; ++trial) {
    const double a = rng.normal(), b = 0.2 + rng.uniform(), c = rng.normal() + 4,
                 d = rng.normal() - 4;
    const Matrix m = similar({4, 4, {a, b, 1, 0, -b, a, 0, 1, 0, 0, c, 1, 0, 0, 0, d}}, rng);
    CHECK(has(m, {{a, b}, {a, -b}, {c, 0}, {d, 0}}, 1e-11));
  }
}

TEST_CASE("of a defective matrix they are right to the root that rounding leaves of them") {
  num::Rng rng(11, 1);
  for (int trial = 0; trial < 200; ++trial) {
    CHECK(has(similar({2, 2, {0.7, 1, 0, 0.7}}, rng), {{0.7, 0}, {0.7, 0}}, 1e-6));
    CHECK(has(similar({3, 3, {0.7, 1, 0, 0, 0.7, 1, 0, 0, 0.7}}, rng),
              {{0.7, 0}, {0.7, 0}, {0.7, 0}}, 2e-4));
  }
}

TEST_CASE("matrices on which plain shifts run in circles are solved: roots of unity") {
  for (int n = 2; n <= 8; ++n) {
    Matrix shift = Matrix::zero(n, n);
    for (int i = 0; i < n; ++i) shift.at((i + 1) % n, i) = 1;
    for (const Complex& z : num::eigenvalues(shift))
      CHECK(num::modulus(z) == doctest::Approx(1).epsilon(1e-14));
  }
}

TEST_CASE("eigenvalues come by falling modulus, a pair together with the upper one first") {
  num::Rng rng(13, 1);
  for (int trial = 0; trial < 300; ++trial) {
    const std::vector<Complex> z = num::eigenvalues(tests::drawn_matrix(rng, 6, 6));
    for (std::size_t i = 0; i + 1 < z.size(); ++i)
      CHECK(num::modulus(z[i]) >= num::modulus(z[i + 1]));
    for (std::size_t i = 0; i < z.size(); ++i)
      if (z[i].im > 0) CHECK(z[i + 1] == Complex{z[i].re, -z[i].im});
  }
}
