#include "labs/convolution/filters.h"

#include <doctest/doctest.h>

#include <cmath>
#include <numeric>

namespace {

using laboratory::convolution::Filter;
using laboratory::convolution::weights;
using Weights = std::vector<double>;

double total(const Weights& w) { return std::accumulate(w.begin(), w.end(), 0.0); }

TEST_CASE("kernels of side 3 are those of the textbooks") {
  CHECK(weights(Filter::identity, 3, 1) == Weights{0, 0, 0, 0, 1, 0, 0, 0, 0});
  CHECK(weights(Filter::sobel_x, 3, 1) == Weights{-1, 0, 1, -2, 0, 2, -1, 0, 1});
  CHECK(weights(Filter::sobel_y, 3, 1) == Weights{-1, -2, -1, 0, 0, 0, 1, 2, 1});
  CHECK(weights(Filter::laplacian, 3, 1) == Weights{0, 1, 0, 1, -4, 1, 0, 1, 0});
  CHECK(weights(Filter::sharpen, 3, 1) == Weights{0, -1, 0, -1, 5, -1, 0, -1, 0});
  CHECK(weights(Filter::emboss, 3, 1) == Weights{-1, -1, 0, -1, 1, 1, 0, 1, 1});
  CHECK(weights(Filter::edge_135, 3, 1) == Weights{0, -1, -1, 1, 0, -1, 1, 1, 0});
  Weights gaussian = weights(Filter::gaussian, 3, 1);
  for (double& w : gaussian) w *= 16;
  CHECK(gaussian == Weights{1, 2, 1, 2, 4, 2, 1, 2, 1});
}

TEST_CASE("at every side blurs keep the brightness and detectors ignore it") {
  for (int side = 1; side <= 31; ++side)
    for (int i = 0; i < laboratory::convolution::filter_count; ++i) {
      const Filter filter = static_cast<Filter>(i);
      if (side < laboratory::convolution::least_side(filter) || filter == Filter::random) continue;
      const bool keeps = filter == Filter::identity || filter == Filter::box ||
                         filter == Filter::gaussian || filter == Filter::sharpen ||
                         filter == Filter::emboss;
      CAPTURE(side);
      CAPTURE(i);
      const Weights w = weights(filter, side, 1);
      REQUIRE(w.size() == static_cast<std::size_t>(side * side));
      CHECK(std::fabs(total(w) - keeps) < 1e-12);
    }
}

TEST_CASE("a Sobel kernel of any side answers a unit step with 4") {
  for (int side = 2; side <= 31; ++side) {
    // The largest answer to a step is the sum of the columns beyond it.
    const Weights w = weights(Filter::sobel_x, side, 1);
    double answer = 0, most = 0;
    for (int col = side - 1; col > 0; --col) {
      for (int row = 0; row < side; ++row) answer += w[static_cast<std::size_t>(row * side + col)];
      most = std::max(most, answer);
    }
    CAPTURE(side);
    CHECK(most == doctest::Approx(4).epsilon(1e-12));
  }
}

TEST_CASE("random weights follow from their seed") {
  CHECK(weights(Filter::random, 5, 1) == weights(Filter::random, 5, 1));
  CHECK(weights(Filter::random, 5, 1) != weights(Filter::random, 5, 2));
}

TEST_CASE("every filter has a name of its own") {
  const std::vector<std::string> names = laboratory::convolution::filter_names();
  REQUIRE(names.size() == static_cast<std::size_t>(laboratory::convolution::filter_count));
  CHECK(names[static_cast<std::size_t>(Filter::sobel_x)] == "sobel-x");
  CHECK(names[static_cast<std::size_t>(Filter::spot)] == "spot");
}

}  // namespace
