#include "lab/digits.h"

#include <doctest/doctest.h>

#include <cmath>

using lab::exact;
using lab::readable;

TEST_CASE("numbers are shown with four significant digits and a true minus") {
  CHECK(readable(5.521460917862246) == "5.521");
  CHECK(readable(-0.123456) == "−0.1235");
  CHECK(readable(0.5) == "0.5");
  CHECK(readable(0.999999) == "1");
  CHECK(readable(-3.98968) == "−3.99");
  CHECK(readable(123456.789) == "123\u202f457");
  CHECK(readable(-0.0) == "0");
}

TEST_CASE("whole numbers keep all of their digits, in groups of three from five on") {
  CHECK(readable(250) == "250");
  CHECK(readable(9999) == "9999");
  CHECK(readable(49152) == "49\u202f152");
  CHECK(readable(75497472) == "75\u202f497\u202f472");
  CHECK(readable(-100000) == "−100\u202f000");
}

TEST_CASE("very small and very large numbers are written with powers of ten") {
  CHECK(readable(1e-5) == "10⁻⁵");
  CHECK(readable(-1e-5) == "−10⁻⁵");
  CHECK(readable(1.25e-7) == "1.25×10⁻⁷");
  CHECK(readable(1.46345e-6) == "1.463×10⁻⁶");
  CHECK(readable(1e12) == "10¹²");
  CHECK(readable(-6.02214e23) == "−6.022×10²³");
}

TEST_CASE("a matrix is written row by row") {
  CHECK(readable(lab::Matrix{2, 2, {-4, 0.25, 49152, 1e-5}}) == "−4, 0.25; 49\u202f152, 10⁻⁵");
  CHECK(readable(lab::Matrix{}).empty());
}

TEST_CASE("what is no number has a sign of its own") {
  CHECK(readable(std::nan("")) == "–");
  CHECK(readable(HUGE_VAL) == "∞");
  CHECK(readable(-HUGE_VAL) == "−∞");
}

TEST_CASE("an exact number reads back") {
  CHECK(exact(0.1) == "0.1");
  CHECK(exact(-2.302585092994046) == "−2.302585092994046");
}

TEST_CASE("all digits of a whole number are grouped however large it is") {
  CHECK(lab::grouped(9900) == "9900");
  CHECK(lab::grouped(-49152) == "−49\u202f152");
  CHECK(lab::grouped(14797504512) == "14\u202f797\u202f504\u202f512");
}

TEST_CASE("a count agrees with its noun") {
  CHECK(lab::counted(1, "value is", "values are") == "1 value is");
  CHECK(lab::counted(3, "value is", "values are") == "3 values are");
}
