#include "num/rng.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <vector>

TEST_CASE("a seed and a purpose give the bits that an independent implementation gives") {
  // From a separate implementation in Python, checked against the published outputs of
  // xoshiro256** for the state 1, 2, 3, 4 and of SplitMix64 for the seed 0.
  num::Rng rng(1, 2);
  CHECK(rng.bits() == 0x5f147c977b052899u);
  CHECK(rng.bits() == 0x3beb7d2db94e1f5du);
  CHECK(rng.bits() == 0x2263ee6c6d422ac7u);
  CHECK(rng.bits() == 0x27bc9820b49bdb7bu);
  CHECK(num::Rng(2, 1).bits() == 0x84f02f195ab5fd66u);
  CHECK(num::Rng(1, 2).uniform() == 0.3714063520265155);
}

TEST_CASE("normal deviates are those of the polar method computed with 120 bits") {
  num::Rng rng(1, 2);
  CHECK(rng.normal() == doctest::Approx(-0.631619294161471).epsilon(1e-15));
  CHECK(rng.normal() == doctest::Approx(-1.306219690173031).epsilon(1e-15));
}

TEST_CASE("uniform numbers stay in their interval and fill it evenly") {
  num::Rng rng(7, 1);
  std::array<int, 20> bins{};
  constexpr int draws = 200000;
  for (int i = 0; i < draws; ++i) {
    const double x = rng.uniform(-2, 3);
    REQUIRE(x >= -2);
    REQUIRE(x < 3);
    ++bins[static_cast<std::size_t>((x + 2) * 4)];
  }
  double chi_square = 0;
  for (const int count : bins) chi_square += (count - 1e4) * (count - 1e4) / 1e4;
  CHECK(chi_square < 43.8);  // the 99.9 % point for 19 degrees of freedom
}

TEST_CASE("normal deviates have the moments of the standard normal") {
  num::Rng rng(11, 3);
  constexpr int n = 400000;
  double sum[5] = {};
  for (int i = 0; i < n; ++i) {
    const double x = rng.normal();
    double power = 1;
    for (double& s : sum) s += power, power *= x;
  }
  const double expected[5] = {1, 0, 1, 0, 3}, variance[5] = {0, 1, 2, 15, 96};
  for (int k = 1; k < 5; ++k) {
    CAPTURE(k);
    CHECK(std::fabs(sum[k] / n - expected[k]) < 4 * std::sqrt(variance[k] / n));
  }
}

TEST_CASE("below is unbiased, also where its range does not divide a power of two") {
  num::Rng rng(5, 1);
  std::array<int, 7> bins{};
  for (int i = 0; i < 70000; ++i) ++bins.at(static_cast<std::size_t>(rng.below(7)));
  double chi_square = 0;
  for (const int count : bins) chi_square += (count - 1e4) * (count - 1e4) / 1e4;
  CHECK(chi_square < 22.5);  // the 99.9 % point for 6 degrees of freedom
  CHECK(rng.below(1) == 0);
  CHECK(rng.below(2147483647) >= 0);
}

TEST_CASE("streams with another purpose or seed are uncorrelated") {
  constexpr int n = 100000;
  const std::array<std::array<std::uint64_t, 2>, 4> other{{{1, 1}, {2, 0}, {0, 1}, {1, 0}}};
  for (std::size_t i = 1; i < other.size(); ++i) {
    CAPTURE(i);
    num::Rng a(1, 1), b(other[i][0], other[i][1]);
    double product = 0;
    for (int k = 0; k < n; ++k) product += (a.uniform() - 0.5) * (b.uniform() - 0.5);
    CHECK(std::fabs(product / n) * 12 < 4 / std::sqrt(n));
  }
}

TEST_CASE("a shuffle keeps what it orders and reaches every order equally often") {
  num::Rng rng(3, 1);
  std::array<int, 6> seen{};
  for (int i = 0; i < 60000; ++i) {
    std::array<int, 3> order = {0, 1, 2};
    rng.shuffle(std::span<int>(order));
    REQUIRE(order[0] + order[1] + order[2] == 3);
    ++seen.at(static_cast<std::size_t>(2 * order[0] + (order[1] > order[2] ? 1 : 0)));
  }
  double chi_square = 0;
  for (const int count : seen) chi_square += (count - 1e4) * (count - 1e4) / 1e4;
  CHECK(chi_square < 20.6);  // the 99.9 % point for 5 degrees of freedom
}
