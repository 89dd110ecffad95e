#include "nn/resize.h"

#include <doctest/doctest.h>

#include "nn/gradient.h"
#include "num/resizing.h"

namespace {

using doctest::Approx;

const num::Matrix halved = num::resizing(num::Resampling::gaussian, 6, 3);
const num::Matrix doubled = num::resizing(num::Resampling::bicubic, 3, 6);

}  // namespace

TEST_CASE("a resampled picture is what the matrices make of it, rows and columns in their places") {
  num::Matrix plane = num::Matrix::zero(6, 6);
  num::Rng rng(3, 1);
  for (double& x : plane.values) x = rng.normal();
  nn::Weights weights;
  nn::Graph graph(weights);
  // Two pictures, so that one is not taken for the other.
  const nn::Var x = graph.input({1, 6, 6, 2}, "x");
  const nn::Var y = nn::resample(x, halved);
  REQUIRE(graph.shape(y) == nn::Shape{1, 3, 3, 2});
  std::vector<float> both(plane.values.begin(), plane.values.end());
  for (const double v : plane.values) both.push_back(static_cast<float>(-2 * v));
  graph.set(x, both);
  graph.forward(y);
  const num::Matrix expected = num::resized(plane, halved, halved);
  for (std::size_t i = 0; i < 9; ++i) {
    CHECK(static_cast<double>(graph.value(y)[i]) == Approx(expected.values[i]).epsilon(1e-5));
    CHECK(static_cast<double>(graph.value(y)[9 + i]) ==
          Approx(-2 * expected.values[i]).epsilon(1e-5));
  }
}

TEST_CASE("gradients of resampled pictures are their central differences") {
  check::try_all({
      {"smaller",
       {{1, 6, 6, 2}},
       [](nn::Graph&, const std::vector<nn::Var>& x) { return nn::resample(x[0], halved); }},
      {"larger",
       {{1, 3, 3, 2}},
       [](nn::Graph&, const std::vector<nn::Var>& x) { return nn::resample(x[0], doubled); }},
  });
}

TEST_CASE("a matrix that does not fit the picture is refused in words") {
  nn::Weights weights;
  nn::Graph graph(weights);
  CHECK_FALSE(nn::resample(graph.input({1, 4, 4, 1}, "x"), halved).valid());
  CHECK(graph.error().find("no picture of 6 x 6") != std::string::npos);
}
