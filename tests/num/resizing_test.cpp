#include "num/resizing.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "num/picture.h"
#include "num/rng.h"

namespace {

using doctest::Approx;
using num::Matrix;
using num::Resampling;

constexpr Resampling all_ways[] = {Resampling::average, Resampling::bicubic, Resampling::gaussian};

Matrix random_plane(int rows, int cols, std::uint64_t seed) {
  num::Rng rng(seed, 1);
  Matrix m = Matrix::zero(rows, cols);
  for (double& x : m.values) x = rng.normal();
  return m;
}

double largest_difference(const Matrix& a, const Matrix& b) {
  double most = 0;
  for (std::size_t i = 0; i < a.values.size(); ++i)
    most = std::max(most, std::fabs(a.values[i] - b.values[i]));
  return most;
}

TEST_CASE("an average of two cells, and of two and a half") {
  CHECK(num::resizing(Resampling::average, 4, 2) == Matrix{2, 4, {0.5, 0.5, 0, 0, 0, 0, 0.5, 0.5}});
  const Matrix w = num::resizing(Resampling::average, 5, 2);
  const double row[] = {0.4, 0.4, 0.2, 0, 0};
  for (int i = 0; i < 5; ++i) CHECK(w.at(0, i) == Approx(row[i]));
}

TEST_CASE("an average made larger repeats cells") {
  CHECK(num::resizing(Resampling::average, 2, 4) == Matrix{4, 2, {1, 0, 1, 0, 0, 1, 0, 1}});
}

TEST_CASE("bicubic doubling has the published weights, a quarter of a cell off a centre") {
  // Keys' kernel at distances 1.75, 0.75, 0.25 and 1.25.
  const double row[] = {-0.0234375, 0.2265625, 0.8671875, -0.0703125};
  const Matrix w = num::resizing(Resampling::bicubic, 8, 16);
  for (int i = 0; i < 4; ++i) CHECK(w.at(8, i + 2) == Approx(row[i]));
}

TEST_CASE("bicubic enlarging goes through a parabola away from the rim") {
  const int n = 12;
  Matrix cells = Matrix::zero(n, 1);
  for (int i = 0; i < n; ++i) cells.at(i, 0) = 0.3 * i * i - i + 2;
  const Matrix large = num::product(num::resizing(Resampling::bicubic, n, 3 * n), cells);
  for (int o = 6; o < 3 * n - 6; ++o) {
    const double x = (o + 0.5) / 3 - 0.5;
    CHECK(large.at(o, 0) == Approx(0.3 * x * x - x + 2).epsilon(1e-12));
  }
}

TEST_CASE("a Gaussian over two cells has the weights of its formula") {
  // s = 1: centres 0.5, 1.5 and 2.5 off on either side.
  const double a = std::exp(-0.125), b = std::exp(-1.125), c = std::exp(-3.125);
  const Matrix w = num::resizing(Resampling::gaussian, 16, 8);
  CHECK(w.at(4, 8) == Approx(a / (2 * (a + b + c))));
  CHECK(w.at(4, 10) == Approx(b / (2 * (a + b + c))));
}

TEST_CASE("rows sum to 1, so that a constant stays itself") {
  for (const Resampling how : all_ways)
    for (const auto& [in, out] : {std::pair{32, 16}, {32, 8}, {30, 10}, {7, 3}, {5, 5}, {4, 1}}) {
      const Matrix w = num::resizing(how, in, out);
      REQUIRE(w.rows == out);
      for (int o = 0; o < out; ++o)
        CHECK(std::accumulate(w.row(o).begin(), w.row(o).end(), 0.0) == Approx(1).epsilon(1e-14));
    }
}

TEST_CASE("a picture resized is the product of the three matrices, to the bit") {
  for (const Resampling down : all_ways) {
    const Matrix plane = random_plane(12, 9, 3), rows = num::resizing(down, 12, 4),
                 cols = num::resizing(Resampling::bicubic, 9, 20);
    CHECK(num::resized(plane, rows, cols) ==
          num::product(num::product(rows, plane), num::transposed(cols)));
  }
}

TEST_CASE("an average of planes is the average by area of a picture") {
  const Matrix plane = random_plane(9, 12, 3);
  const std::vector<float> cells(plane.values.begin(), plane.values.end());
  const std::vector<float> other = num::area_average(cells, 12, {0, 0, 9, 12}, 4, 5);
  const Matrix made = num::resized(plane, num::resizing(Resampling::average, 9, 4),
                                   num::resizing(Resampling::average, 12, 5));
  for (std::size_t i = 0; i < other.size(); ++i)
    CHECK(made.values[i] == Approx(static_cast<double>(other[i])).epsilon(1e-5));
}

TEST_CASE("made smaller, the least preimage is what was given, whatever makes it smaller") {
  for (const Resampling how : all_ways)
    for (const int factor : {2, 3, 4}) {
      const int small = 8;
      const Matrix down = num::resizing(how, factor * small, small);
      const Matrix back = num::least_preimage(down);
      CHECK(largest_difference(num::product(down, back), Matrix::identity(small)) < 1e-12);
      // What it leaves of any picture is not seen by `down`.
      const Matrix plane = random_plane(factor * small, factor * small, 5);
      const Matrix kept = num::resized(num::resized(plane, down, down), back, back);
      Matrix rest = plane;
      for (std::size_t i = 0; i < rest.values.size(); ++i) rest.values[i] -= kept.values[i];
      for (const double x : num::resized(rest, down, down).values) CHECK(std::fabs(x) < 1e-12);
      // And the two parts stand at right angles.
      CHECK(std::fabs(num::dot(rest.values, kept.values)) < 1e-10);
    }
}

TEST_CASE("the least preimage of an average repeats its cells") {
  CHECK(largest_difference(num::least_preimage(num::resizing(Resampling::average, 8, 4)),
                           num::resizing(Resampling::average, 4, 8)) < 1e-15);
}

TEST_CASE("rows that depend on each other have no least preimage") {
  CHECK(num::least_preimage(Matrix{2, 3, {1, 2, 3, 2, 4, 6}}) == Matrix{});
}

}  // namespace
