#include "num/positions.h"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "num/elementary.h"

using doctest::Approx;

TEST_CASE("a sinusoid code has sine and cosine side by side, slower from pair to pair") {
  const std::vector<double> code = num::SinusoidCode{4, 10000}.at(3);
  REQUIRE(code.size() == 4);
  CHECK(code[0] == Approx(0.1411200081));   // sin 3
  CHECK(code[1] == Approx(-0.9899924966));  // cos 3
  CHECK(code[2] == Approx(0.0299955002));   // sin 0.03
  CHECK(code[3] == Approx(0.9995500337));   // cos 0.03
  CHECK(num::SinusoidCode{3, 10000}.at(1).size() == 3);
  CHECK(num::SinusoidCode{8, 500}.at(0) == std::vector<double>{0, 1, 0, 1, 0, 1, 0, 1});
}

TEST_CASE("the distance of two codes is that of their entries and depends on the difference") {
  const num::SinusoidCode code{6, 10000};
  for (const int from : {0, 17, 4000}) {
    const std::vector<double> p = code.at(from), q = code.at(from + 23);
    double square = 0;
    for (std::size_t i = 0; i < p.size(); ++i) square += (p[i] - q[i]) * (p[i] - q[i]);
    CHECK(num::code_distance(code, 23) == Approx(std::sqrt(square)).epsilon(1e-9));
  }
}

TEST_CASE("the closest positions up to 20 000 apart are those of an exhaustive search in Python") {
  const struct {
    int width;
    double distance;
    int difference;
  } expected[] = {{2, 6.0289e-5, 710}, {4, 7.6762e-3, 13823}, {6, 0.10604, 17461},
                  {8, 0.18598, 6283},  {16, 1.0147, 1},       {64, 1.4718, 1}};
  for (const auto& e : expected) {
    CAPTURE(e.width);
    const num::ClosestPair found = num::closest_pair({e.width, 10000}, 20000);
    CHECK(found.difference == e.difference);
    CHECK(found.distance == Approx(e.distance).epsilon(1e-4));
  }
}

TEST_CASE("a code repeats over the reals only where all ratios of frequencies are whole") {
  constexpr double turn = 2 * std::numbers::pi;
  CHECK(num::code_period(2, 10000).value() == Approx(turn));
  CHECK(num::code_period(4, 10000).value() == Approx(100 * turn));
  CHECK(num::code_period(8, 10000).value() == Approx(1000 * turn));
  for (const int width : {1, 3, 6, 10, 12, 16, 64}) {
    CAPTURE(width);
    CHECK_FALSE(num::code_period(width, 10000));
  }
  CHECK(num::code_period(6, 1000).value() == Approx(100 * turn));
  CHECK(num::code_distance({8, 10000}, num::code_period(8, 10000).value()) < 1e-9);
}

TEST_CASE("halves are rounded to the nearest of 11 binary digits, ties to even") {
  CHECK(num::to_half(1) == 1);
  CHECK(num::to_half(1 + 1.0 / 2048) == 1);  // half-way, to the even one below
  CHECK(num::to_half(1 + 3.0 / 2048) == 1 + 2.0 / 1024);
  CHECK(num::to_half(-0.1) == -0.0999755859375);
  CHECK(num::to_half(num::pow(2, -24)) == num::pow(2, -24));
  CHECK(num::to_half(num::pow(2, -26)) == 0);
  CHECK(num::to_half(0) == 0);
}

TEST_CASE("16 bits leave less than half of 20 000 narrow codes apart, and 32 bits all") {
  CHECK(num::distinct_codes({2, 10000}, 20000, num::Precision::half) == 8151);
  CHECK(num::distinct_codes({2, 10000}, 20000, num::Precision::single) == 20000);
  CHECK(num::distinct_codes({16, 10000}, 20000, num::Precision::half) == 20000);
}
