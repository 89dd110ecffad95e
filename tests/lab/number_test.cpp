#include "lab/number.h"

#include <doctest/doctest.h>

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

#include "lab/mutation.h"

TEST_CASE("a number is printed as short as it reads back") {
  CHECK(lab::text(0.1) == "0.1");
  CHECK(lab::text(250.0) == "250");
  CHECK(lab::text(1e-20) == "1e-20");
  CHECK(lab::text(1e22) == "1e22");
  CHECK(lab::text(-1.5e-7) == "-1.5e-7");
  CHECK(lab::text(2.302585092994046) == "2.302585092994046");
  CHECK(lab::text(0.1 + 0.2) == "0.30000000000000004");
}

TEST_CASE("every finite double survives its text bit by bit") {
  tests::Noise noise(1);
  for (int i = 0; i < 20000; ++i) {
    const std::uint64_t bits = noise.bits();
    double x = 0;
    std::memcpy(&x, &bits, sizeof x);
    if (!std::isfinite(x)) continue;
    const auto back = lab::real(lab::text(x));
    REQUIRE(back);
    CHECK(std::memcmp(&*back, &x, sizeof x) == 0);
  }
}

TEST_CASE("only a whole decimal number is a number") {
  for (const char* good : {"0", "-1", "+2", ".5", "5.", "1e3", "1E-3", "\u22123", "-0"})
    CHECK_MESSAGE(lab::real(good), good);
  for (const char* bad : {"", " 1", "1 ", "0x10", "nan", "inf", "1e", "1e+", ".", "-", "--1", "1,5",
                          "1e999", "1_000", "ln 2"})
    CHECK_MESSAGE(!lab::real(bad), bad);
  CHECK(*lab::real("\u22123") == -3);
  CHECK(!lab::real(std::string("1\0", 2)));
  CHECK(!lab::real(std::string(100000, '1')));
  CHECK(*lab::real("1e-400") == 0);
}

TEST_CASE("a matrix is written row by row") {
  CHECK(lab::text(lab::Matrix{2, 2, {1, -2, 0.5, 4}}) == "1,-2;0.5,4");
  CHECK(lab::text(lab::Matrix{}).empty());
}
