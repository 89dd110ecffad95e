#include "num/eigenvectors.h"

#include <doctest/doctest.h>

#include "num/square_matrices.h"

using num::Complex;
using num::ComplexVector;
using num::Matrix;

namespace {

// The largest entry of m v - z v.
double residue(const Matrix& m, Complex z, const ComplexVector& v) {
  double largest = 0;
  for (int i = 0; i < m.rows; ++i) {
    Complex sum;
    for (int j = 0; j < m.cols; ++j) {
      sum.re += m.at(i, j) * v[static_cast<std::size_t>(j)].re;
      sum.im += m.at(i, j) * v[static_cast<std::size_t>(j)].im;
    }
    const Complex x = v[static_cast<std::size_t>(i)];
    sum.re -= z.re * x.re - z.im * x.im;
    sum.im -= z.re * x.im + z.im * x.re;
    largest = std::max(largest, num::modulus(sum));
  }
  return largest;
}

std::vector<ComplexVector> vectors(const Matrix& m) {
  return num::eigenvectors(m, num::eigenvalues(m));
}

}  // namespace

TEST_CASE("the paper's vanishing direction is (0.943902, 0.227079, -0.239759)") {
  const ComplexVector v = vectors(transposed(tests::paper_matrix))[2];
  CHECK(std::fabs(v[0].re - 0.943902) < 5e-7);
  CHECK(std::fabs(v[1].re - 0.227079) < 5e-7);
  CHECK(std::fabs(v[2].re + 0.239759) < 5e-7);
}

TEST_CASE("the condition of the paper's eigenvectors is 2.358") {
  CHECK(num::condition(vectors(tests::paper_matrix)) == doctest::Approx(2.358).epsilon(2e-4));
}

TEST_CASE("m v is z v with v of length 1, of real eigenvalues and of pairs") {
  num::Rng rng(15, 1);
  for (int trial = 0; trial < 500; ++trial) {
    const int n = 1 + rng.below(6);
    const Matrix m = tests::drawn_matrix(rng, n, n);
    const std::vector<Complex> z = num::eigenvalues(m);
    const std::vector<ComplexVector> v = num::eigenvectors(m, z);
    REQUIRE(v.size() == z.size());
    for (std::size_t k = 0; k < v.size(); ++k) {
      double length = 0;
      for (const Complex& x : v[k]) length += x.re * x.re + x.im * x.im;
      CHECK(length == doctest::Approx(1).epsilon(1e-13));
      CHECK(residue(m, z[k], v[k]) < 1e-12);
    }
  }
}

TEST_CASE("one eigenvalue with many vectors has orthogonal ones; a defective one repeats itself") {
  CHECK(num::condition(vectors(Matrix::identity(4))) == doctest::Approx(1).epsilon(1e-14));
  CHECK(num::condition(vectors({2, 2, {1, 1, 0, 1}})) > 1e12);
}

TEST_CASE("the distance to the spectrum of a normal matrix is that to its nearest eigenvalue") {
  const Matrix m{3, 3, {0, -1, 0, 1, 0, 0, 0, 0, 2}};  // i, -i, 2
  CHECK(num::distance_to_spectrum(m, {0, 3}) == doctest::Approx(2).epsilon(1e-14));
  CHECK(num::distance_to_spectrum(m, {3, 0.5}) == doctest::Approx(std::sqrt(1.25)).epsilon(1e-14));
  CHECK(num::distance_to_spectrum(m, {2, 0}) == 0);
  // [[0, 1], [0, 0]] at z: the smaller singular value of [[z, -1], [0, z]], a closed form.
  const double t = 0.1, s = std::sqrt(t * t + 0.25) - 0.5;
  CHECK(num::distance_to_spectrum({2, 2, {0, 1, 0, 0}}, {0, t}) ==
        doctest::Approx(s).epsilon(1e-13));
}
