#include "num/statistics.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "num/rng.h"

using doctest::Approx;

namespace {

num::Running of(const std::vector<double>& values) {
  num::Running r;
  for (const double x : values) r.add(x);
  return r;
}

}  // namespace

TEST_CASE("mean, variance and standard error of 2 4 4 4 5 5 7 9") {
  const num::Running r = of({2, 4, 4, 4, 5, 5, 7, 9});
  CHECK(r.mean() == Approx(5).epsilon(1e-15));
  CHECK(r.variance() == Approx(32.0 / 7).epsilon(1e-14));
  CHECK(r.standard_error() == Approx(std::sqrt(32.0 / 56)).epsilon(1e-14));
  CHECK(num::interval95(r).low == Approx(5 - 1.959963984540054 * std::sqrt(32.0 / 56)));
}

TEST_CASE("a large common offset does not cancel the variance") {
  const num::Running r = of({1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16});
  CHECK(r.variance() == Approx(30).epsilon(1e-9));
}

TEST_CASE("fewer than two values have no spread") {
  CHECK(num::Running{}.mean() == 0);
  CHECK(std::isnan(of({3}).variance()));
  CHECK(std::isnan(num::interval95(of({3})).low));
  CHECK(of({3, 3, 3}).variance() == 0);
}

TEST_CASE("the 95 % interval covers the true mean in about 95 of 100 repetitions") {
  num::Rng rng(4, 1);
  int covered = 0;
  constexpr int repetitions = 4000;
  for (int i = 0; i < repetitions; ++i) {
    num::Running r;
    for (int k = 0; k < 100; ++k) r.add(rng.uniform());
    const num::Interval interval = num::interval95(r);
    covered += interval.low <= 0.5 && 0.5 <= interval.high;
  }
  CHECK(std::fabs(covered / static_cast<double>(repetitions) - 0.95) < 0.015);
}

TEST_CASE("the interval for few values is as wide as Student's t makes it") {
  // 1, 2, 3: mean 2, standard error 1 / sqrt 3; t of 2 degrees of freedom is 4.303.
  num::Running r;
  for (const double x : {1.0, 2.0, 3.0}) r.add(x);
  const num::Interval interval = num::student95(r);
  CHECK(interval.high - 2 == doctest::Approx(4.303 / std::sqrt(3.0)));
  CHECK(interval.low + interval.high == doctest::Approx(4));
  num::Running many;
  for (int i = 0; i < 121; ++i) many.add(i % 2);
  // 1.9799 for 120 degrees of freedom.
  CHECK((num::student95(many).high - many.mean()) / many.standard_error() ==
        doctest::Approx(1.9799).epsilon(1e-3));
  num::Running one;
  one.add(1);
  CHECK(std::isnan(num::student95(one).low));
}

TEST_CASE("a histogram counts what lies inside once, both ends included") {
  const num::Histogram h =
      num::histogram(std::vector<double>{-1, 0, 0.5, 1, 1.99, 4, 4.01, NAN}, 4, 0, 4);
  CHECK(h.counts == std::vector<int>{2, 2, 0, 1});
  CHECK(h.width == 1);
  CHECK(num::histogram(std::vector<double>{2, 2}, 3, 2, 2).counts == std::vector<int>{2, 0, 0});
}

TEST_CASE("Wilson's interval is the published one, and closed at the ends") {
  // 81 of 263: 0.2553 to 0.3662, R. G. Newcombe (1998), table I, method 3.
  const num::Interval some = num::wilson95(81, 263);
  CHECK(some.low == doctest::Approx(0.2553).epsilon(2e-4));
  CHECK(some.high == doctest::Approx(0.3662).epsilon(2e-4));
  // 0 of 20: 0 to 0.1611, ibidem.
  CHECK(num::wilson95(0, 20).low == 0);
  CHECK(num::wilson95(0, 20).high == doctest::Approx(0.1611).epsilon(4e-4));
  CHECK(num::wilson95(20, 20).high == 1);
}
