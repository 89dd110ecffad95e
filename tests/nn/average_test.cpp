#include "nn/average.h"

#include <doctest/doctest.h>

#include "nn/layers.h"
#include "nn/snapshot.h"

namespace {

using doctest::Approx;

nn::Weights& made(nn::Weights& weights) {
  weights.parameter("G weight", nn::vectors(3, 1), nn::constant(1), 1, 1, true);
  weights.parameter("D weight", nn::vectors(2, 1), nn::constant(1), 1, 1, true);
  return weights;
}

void fill(nn::Weights& weights, float value) {
  for (float& w : weights.values()) w = value;
}

}  // namespace

TEST_CASE("an average goes to the weights by its formula, and others are as they are") {
  nn::Weights weights(1);
  nn::WeightAverage average(made(weights), 0.75f, "G");
  // q is 2/11, 3/12, 4/13: from 1 to 2, 4 and 8.
  double expected = 1;
  int t = 0;
  for (const float now : {2.0f, 4.0f, 8.0f}) {
    fill(weights, now);
    average.step();
    ++t;
    const double q = (1.0 + t) / (10.0 + t);
    expected = q * expected + (1 - q) * static_cast<double>(now);
    CHECK(static_cast<double>(average.weights().value("G weight")[2]) == Approx(expected));
    CHECK(average.weights().value("D weight")[1] == now);
  }
}

TEST_CASE("late in training an average forgets by its decay") {
  nn::Weights weights(1);
  nn::WeightAverage average(made(weights), 0.5f);
  for (int i = 0; i < 40; ++i) average.step();
  fill(weights, 3);
  average.step();
  CHECK(static_cast<double>(average.weights().value("G weight")[0]) == Approx(2));
}

TEST_CASE("a graph over the average computes with it, and a snapshot brings it back") {
  nn::Weights weights(1);
  nn::Graph trained(weights);
  const nn::Var in = trained.input(nn::vectors(2, 1), "x");
  nn::dense(in, 1, "G", {.initial = nn::constant(1), .bias = false});
  nn::WeightAverage average(weights, 0.9f);
  nn::Graph shown(average.weights());
  const nn::Var x = shown.input(nn::vectors(2, 1), "x");
  const nn::Var y = nn::dense(x, 1, "G", {.initial = nn::constant(1), .bias = false});
  const float ones[] = {1, 1};
  shown.set(x, ones);
  shown.forward();
  CHECK(shown.scalar(y) == 2);
  const nn::Snapshot before = nn::snapshot_of(average);
  fill(weights, 5);
  average.step();
  shown.forward();
  CHECK(shown.scalar(y) > 2);
  REQUIRE(nn::restore(average, before));
  shown.forward();
  CHECK(shown.scalar(y) == 2);
}
