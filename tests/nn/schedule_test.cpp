#include "nn/schedule.h"

#include <doctest/doctest.h>

TEST_CASE("a rate rises to its largest, falls in a straight line and stays") {
  constexpr nn::Schedule schedule{.rate = 0.8f, .warm_up = 4, .total = 12, .last = 0.25f};
  CHECK(schedule.at(1) == doctest::Approx(0.2));
  CHECK(schedule.at(3) == doctest::Approx(0.6));
  CHECK(schedule.at(4) == doctest::Approx(0.8));
  CHECK(schedule.at(8) == doctest::Approx(0.5));  // half-way from 0.8 to 0.2
  CHECK(schedule.at(12) == doctest::Approx(0.2));
  CHECK(schedule.at(1'000'000) == doctest::Approx(0.2));
}

TEST_CASE("without a warm-up the first rate is all but the largest") {
  constexpr nn::Schedule schedule{.rate = 1, .warm_up = 0, .total = 100, .last = 0};
  CHECK(schedule.at(1) == doctest::Approx(0.99));
  CHECK(schedule.at(100) == doctest::Approx(0));
}
