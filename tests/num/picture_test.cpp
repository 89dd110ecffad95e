#include "num/picture.h"

#include <doctest/doctest.h>

#include <numeric>

namespace {

using num::area_average;
using num::Crop;

TEST_CASE("halving a picture averages blocks of four") {
  const std::vector<float> x = {1, 3, 10, 20, 5, 7, 30, 40};
  CHECK(area_average(x, 4, {0, 0, 2, 4}, 1, 2) == std::vector<float>{4, 25});
}

TEST_CASE("three cells become two with the middle one split between them") {
  // (1 + 4/2) / 1.5 = 2 and (4/2 + 7) / 1.5 = 6.
  const std::vector<float> y = area_average(std::vector<float>{1, 4, 7}, 3, {0, 0, 1, 3}, 1, 2);
  CHECK(y[0] == doctest::Approx(2).epsilon(1e-6));
  CHECK(y[1] == doctest::Approx(6).epsilon(1e-6));
}

TEST_CASE("a crop to its own size is a copy of it") {
  const std::vector<float> x = {1, 2, 3, 4, 5, 6, 7, 8, 9};
  CHECK(area_average(x, 3, {1, 1, 2, 2}, 2, 2) == std::vector<float>{5, 6, 8, 9});
}

TEST_CASE("to more cells than before, cells are repeated") {
  CHECK(area_average(std::vector<float>{2, 5}, 2, {0, 0, 1, 2}, 2, 4) ==
        std::vector<float>{2, 2, 5, 5, 2, 2, 5, 5});
}

TEST_CASE("the mean of a picture outlives any change of size") {
  std::vector<float> x(35);
  std::iota(x.begin(), x.end(), 0.0f);
  for (const int rows : {1, 2, 3, 5, 8, 11})
    for (const int cols : {1, 4, 7, 13}) {
      CAPTURE(rows);
      CAPTURE(cols);
      const std::vector<float> y = area_average(x, 7, {0, 0, 5, 7}, rows, cols);
      REQUIRE(y.size() == static_cast<std::size_t>(rows * cols));
      CHECK(std::accumulate(y.begin(), y.end(), 0.0) / (rows * cols) ==
            doctest::Approx(17).epsilon(1e-6));
    }
}

}  // namespace
