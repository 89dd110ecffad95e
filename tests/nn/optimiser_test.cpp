#include "nn/optimiser.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "nn/initial.h"

namespace {

using nn::Recipe;
using nn::Rule;
using nn::vectors;
using nn::Weights;

// Two steps from w = 1 with gradients 0.5 and then -0.25.
double after_two(const Recipe& recipe) {
  Weights weights;
  const int w = weights.parameter("w", vectors(1, 1), nn::constant(1), 1, 1, true);
  nn::Optimiser optimiser(weights, recipe);
  weights.gradient(w)[0] = 0.5f;
  optimiser.step();
  weights.gradient(w)[0] = -0.25f;
  optimiser.step();
  return static_cast<double>(weights.value(w)[0]);
}

double product(std::span<const float> a, std::span<const float> b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    sum += static_cast<double>(a[i]) * static_cast<double>(b[i]);
  return sum;
}

double deviation(const nn::Initial& initial, int fan_in, int fan_out) {
  num::Rng rng(1, 1);
  std::vector<float> w(20000);
  nn::draw(w, 100, 200, fan_in, fan_out, initial, rng);
  return std::sqrt(product(w, w) / 20000);
}

}  // namespace

// Worked out by hand from the formulas in optimiser.h, in doubles.
TEST_CASE("two steps of each rule are those of its formula") {
  const auto near = [](double x) { return doctest::Approx(x).epsilon(1e-6); };
  CHECK(after_two({.rule = Rule::sgd, .rate = 0.1f}) == near(1 - 0.05 + 0.025));
  // v: 0.5, 0.9 0.5 - 0.25 = 0.2
  CHECK(after_two({.rule = Rule::momentum, .rate = 0.1f}) == near(1 - 0.05 - 0.02));
  // 0.5 + 0.9 0.5 = 0.95, -0.25 + 0.9 0.2 = -0.07
  CHECK(after_two({.rule = Rule::nesterov, .rate = 0.1f}) == near(1 - 0.095 + 0.007));
  // s: 0.1 0.25 = 0.025, 0.9 0.025 + 0.1 0.0625 = 0.02875
  CHECK(after_two({.rule = Rule::rmsprop, .rate = 0.1f, .decay_square = 0.9f}) ==
        near(1 - 0.05 / std::sqrt(0.025) + 0.025 / std::sqrt(0.02875)));
  // The first step of Adam is the rate; the second has m-hat = (0.9 0.05 - 0.025) / 0.19 and
  // v-hat = (0.999 0.00025 + 0.0000625) / 0.001999.
  const double adam = 0.02 / 0.19 / std::sqrt(0.00031225 / 0.001999);
  CHECK(after_two({.rule = Rule::adam, .rate = 0.1f}) == near(1 - 0.1 - 0.1 * adam));
  // AdamW first takes 0.1 0.2 = 2 % off.
  CHECK(after_two({.rule = Rule::adamw, .rate = 0.1f, .decay = 0.2f}) ==
        near((0.98 - 0.1) * 0.98 - 0.1 * adam));
  // Adadelta, rho 0.5, e 0.01: s = 0.125, d = 0.5 sqrt(0.01 / 0.135), u = d^2 / 2;
  // s = 0.0625 + 0.03125, d' = -0.25 sqrt((u + 0.01) / 0.10375).
  const double d = 0.5 * std::sqrt(0.01 / 0.135), u = d * d / 2;
  CHECK(after_two({.rule = Rule::adadelta, .rate = 1, .decay_square = 0.5f, .epsilon = 0.01f}) ==
        near(1 - d + 0.25 * std::sqrt((u + 0.01) / 0.10375)));
}

TEST_CASE("penalties pull weights that decay and leave biases alone") {
  Weights weights;
  const int w = weights.parameter("w", vectors(3, 1), nn::constant(0), 1, 1, true);
  const int b = weights.parameter("b", vectors(1, 1), nn::constant(2), 1, 1, false);
  const auto reset = [&] {
    weights.value(w)[0] = 0.05f, weights.value(w)[1] = -2, weights.value(w)[2] = 1;
    for (float& g : weights.gradients()) g = 0;
  };
  reset();
  nn::Optimiser(weights, {.rate = 0.1f, .l1 = 1}).step();
  CHECK(weights.value(w)[0] == 0);  // exactly: the step of 0.1 would cross 0
  CHECK(weights.value(w)[1] == doctest::Approx(-1.9));
  CHECK(weights.value(w)[2] == doctest::Approx(0.9));
  reset();
  nn::Optimiser(weights, {.rate = 0.1f, .l2 = 1}).step();
  CHECK(weights.value(w)[1] == doctest::Approx(-1.8));
  CHECK(weights.value(b)[0] == 2);
}

TEST_CASE("clipping bounds the joint norm or each number") {
  Weights weights;
  const int a = weights.parameter("a", vectors(1, 1), nn::constant(0), 1, 1, true);
  const int b = weights.parameter("b", vectors(1, 1), nn::constant(0), 1, 1, false);
  const auto set = [&] { weights.gradient(a)[0] = 3, weights.gradient(b)[0] = -4; };
  set();
  nn::Optimiser by_norm(weights, {.rate = 1, .clip_norm = 1});
  by_norm.step();
  CHECK(by_norm.gradient_norm() == doctest::Approx(5));
  CHECK(weights.value(a)[0] == doctest::Approx(-0.6));
  CHECK(weights.value(b)[0] == doctest::Approx(0.8));
  set();
  weights.draw();
  nn::Optimiser(weights, {.rate = 1, .clip_value = 3.5f}).step();
  CHECK(weights.value(a)[0] == -3);
  CHECK(weights.value(b)[0] == 3.5f);
}

TEST_CASE("an optimiser with a prefix trains those weights alone") {
  Weights weights;
  const int a = weights.parameter("critic 1", vectors(5, 1), nn::constant(0), 1, 1, true);
  const int b = weights.parameter("artist 1", vectors(5, 1), nn::constant(0), 1, 1, true);
  const int c = weights.parameter("critic 2", vectors(5, 1), nn::constant(0), 1, 1, true);
  for (float& g : weights.gradients()) g = 1;
  nn::Optimiser(weights, {.rate = 1}, "critic").step();
  CHECK(weights.value(a)[4] == -1);
  CHECK(weights.value(b)[0] == 0);
  CHECK(weights.value(c)[0] == -1);
}

TEST_CASE("initial weights have the deviation that their law says") {
  const auto near = [](double x) { return doctest::Approx(x).epsilon(0.02); };  // 4 / sqrt(40000)
  CHECK(deviation(nn::normal(0.3f), 50, 20) == near(0.3));
  CHECK(deviation(nn::he(), 50, 20) == near(0.2));
  CHECK(deviation(nn::xavier(2), 30, 20) == near(0.4));
  CHECK(deviation(nn::lecun(), 25, 9) == near(0.2));
}

TEST_CASE("an orthogonal draw has orthonormal rows or columns, an identity ones on its diagonal") {
  num::Rng rng(1, 1);
  std::vector<float> q(6 * 4);
  nn::draw(q, 6, 4, 4, 6, nn::orthogonal(2), rng);
  for (std::size_t i = 0; i < 4; ++i)
    for (std::size_t j = 0; j < 4; ++j)
      CHECK(product(std::span(q).subspan(6 * i, 6), std::span(q).subspan(6 * j, 6)) ==
            doctest::Approx(i == j ? 4.0 : 0.0).epsilon(1e-6));
  nn::draw(q, 4, 6, 6, 4, nn::orthogonal(), rng);
  double row = 0, across = 0;
  for (std::size_t j = 0; j < 6; ++j) {
    row += static_cast<double>(q[4 * j]) * static_cast<double>(q[4 * j]);
    across += static_cast<double>(q[4 * j]) * static_cast<double>(q[4 * j + 3]);
  }
  CHECK(row == doctest::Approx(1));
  CHECK(std::fabs(across) < 1e-6);
  nn::draw(q, 4, 6, 6, 4, nn::identity(3), rng);
  CHECK(q[0] == 3);
  CHECK(q[5] == 3);
  CHECK(product(q, q) == 36);
}
