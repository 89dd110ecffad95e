#include "num/mixture.h"

#include <doctest/doctest.h>

#include <cmath>

using doctest::Approx;

namespace {
constexpr double half_turn = 3.14159265358979323846;
}

TEST_CASE("one Gaussian has minus its entropy in closed form, wherever it stands") {
  for (const double sigma : {0.03, 0.5, 2.0}) {
    const num::Mixture m{{{0.3, -7.1, 1}}, sigma};
    CHECK(m.negative_entropy() ==
          Approx(-1 - std::log(2 * half_turn * sigma * sigma)).epsilon(1e-6));
  }
}

TEST_CASE("modes that do not overlap add the entropy of their choice") {
  num::Mixture ring;
  ring.sigma = 0.05;
  for (int i = 0; i < 8; ++i)
    ring.nodes.push_back(
        {0.85 * std::cos(half_turn / 4 * i), 0.85 * std::sin(half_turn / 4 * i), 0.125});
  // -(ln 8 + 1 + ln(2 half_turn 0.0025)) = 1.0741459
  CHECK(ring.negative_entropy() == Approx(1.0741459).epsilon(1e-6));
  // At a mode: one eighth of 1 / (2 half_turn 0.0025).
  CHECK(ring.density(0.85, 0) == Approx(7.957747155).epsilon(1e-6));
}

TEST_CASE("two halves in one place are one") {
  const num::Mixture one{{{0, 0, 1}}, 0.2}, two{{{0, 0, 0.5}, {0, 0, 0.5}}, 0.2};
  CHECK(one.negative_entropy() == Approx(two.negative_entropy()).epsilon(1e-12));
}

TEST_CASE("weights count") {
  const num::Mixture m{{{-5, 0, 0.9}, {5, 0, 0.1}}, 0.1};
  const double choice = 0.9 * std::log(0.9) + 0.1 * std::log(0.1);
  CHECK(m.negative_entropy() == Approx(choice - 1 - std::log(2 * half_turn * 0.01)).epsilon(1e-6));
}
