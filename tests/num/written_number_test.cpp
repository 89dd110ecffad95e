#include "num/written_number.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "num/expression.h"
#include "num/rng.h"
#include "thinning.h"

namespace {

struct Spelled {
  const char* text;
  double value;
};

}  // namespace

TEST_CASE("one number has many spellings") {
  for (const Spelled& reading : std::vector<Spelled>{{"0.5", 0.5},
                                                     {"0,5", 0.5},
                                                     {".5", 0.5},
                                                     {",5", 0.5},
                                                     {"5.", 5},
                                                     {"5,52.", 5.52},
                                                     {"+3", 3},
                                                     {"−3", -3},
                                                     {"–3", -3},
                                                     {"1e-3", 1e-3},
                                                     {"1E+3", 1e3},
                                                     {"6.18 e-9", 6.18e-9},
                                                     {"6.18 e3", 6180},
                                                     {"6.18x10^-9", 6.18e-9},
                                                     {"6.18 × 10⁻⁹", 6.18e-9},
                                                     {"6.18*10**-9", 6.18e-9},
                                                     {"6.18 × 10−9", 6.18e-9},
                                                     {"6.18 · 10^(-9)", 6.18e-9},
                                                     {"6.18 \\cdot 10^{-9}", 6.18e-9},
                                                     {"6,183·10^-9", 6.183e-9},
                                                     {"6e2*10^3", 6e5},
                                                     {"10^-9", 1e-9},
                                                     {"-10⁶", -1e6},
                                                     {"1,000,000", 1e6},
                                                     {"1 000", 1000},
                                                     {"49\u202f152", 49152},
                                                     {"1'000'000", 1e6},
                                                     {"1’000", 1000},
                                                     {"1,000.5", 1000.5},
                                                     {"1.000,5", 1000.5},
                                                     {"1.000.000", 1e6},
                                                     {"1.000", 1},
                                                     {"1,00,000", 1e5},
                                                     {"12,34,567.5", 1234567.5},
                                                     {"1,234.56", 1234.56},
                                                     {"1 234,56", 1234.56},
                                                     {"12'345.6", 12345.6},
                                                     {"5.521 460 917", 5.521460917},
                                                     {"1 234.567\u202f8", 1234.5678},
                                                     {"0,521'460e3", 521.46},
                                                     {"0,125", 0.125},
                                                     {"12,34", 12.34},
                                                     {"1234,567", 1234.567},
                                                     {"1 234,567", 1234.567},
                                                     {"1,0000", 1},
                                                     {"5,521460917862246", 5.521460917862246},
                                                     {"\u200b１０\u00a0", 10},
                                                     {"1e-400", 0}}) {
    CAPTURE(std::string(reading.text));
    const num::WrittenNumber read = num::written_number(reading.text);
    CAPTURE(read.sentence);
    REQUIRE(read.value);
    CHECK(*read.value == reading.value);
    CHECK(read.sentence.empty());
  }
}

TEST_CASE("one comma before three digits is asked about") {
  for (const char* text : {"1,000", "-50,257", "5,521", "100,000", "1,000 "}) {
    CAPTURE(text);
    const num::WrittenNumber read = num::written_number(text);
    CHECK(!read.value);
    REQUIRE(read.thousands);
    REQUIRE(read.decimal);
    CHECK(*read.thousands == doctest::Approx(1000 * *read.decimal));
  }
  CHECK(num::written_number("50,257").sentence ==
        "Does 50,257 mean 50257 or 50.257? Write it without the comma, or with a point.");
}

TEST_CASE("what is not one number is refused with a sentence") {
  const auto sentence = [](const char* text) {
    const num::WrittenNumber read = num::written_number(text);
    CHECK(!read.value);
    CHECK(!read.decimal);
    return read.sentence;
  };
  CHECK(sentence("") == "Write a number, such as 0.5 or 1e-3.");
  CHECK(sentence("12,34,56") ==
        "\"12,34,56\" is not a number: these commas do not separate groups of three digits; write "
        "the "
        "number without them.");
  CHECK(sentence("1.2.0").find("one decimal point") != std::string::npos);
  CHECK(sentence("1 0") == "\"1 0\" is not a number: a space cannot stand in one.");
  CHECK(sentence("5 €") == "\"5 €\" is not a number: \"€\" (U+20AC) cannot stand in one.");
  CHECK(sentence("ln 2") == "\"ln 2\" is not a number: \"l\" cannot stand in one.");
  CHECK(sentence("1e999") == "\"1e999\" is not a number: this number is too large to hold.");
  CHECK(sentence("10^999") == "\"10^999\" is too large to hold.");
  CHECK(sentence("20 %").find("\"%\"") != std::string::npos);
  CHECK(sentence("\xff").find("the byte FF (no UTF-8)") != std::string::npos);
  CHECK(sentence(std::string(500, '1').c_str()) == "This is too long for a number.");
  for (const char* text : {"-", "--1", ".", "0,000,000", "1,0,000", "1,23,45,67", "1,000.000,5",
                           "nan", "inf", "0x10", "1/2", "6.18 e -9", "1e", "5,", "x10^3"})
    sentence(text);
}

TEST_CASE("a place may take per cents, and commas between numbers") {
  CHECK(num::written_number("20 %", {.percent = true}).value == 0.2);
  CHECK(num::written_number("57％.", {.percent = true}).value == 0.57);
  CHECK(num::written_number("0.2", {.percent = true}).value == 0.2);
  CHECK(!num::written_number("0,2", {.separating = true}).value);
  CHECK(num::written_number("1 000", {.separating = true}).value == 1000);
}

TEST_CASE("numbers are calculations with the same value") {
  num::Rng rng(4, 2);
  const std::string signs = "0123456789.,'e-+ ^*x%";
  int both = 0;
  tests::Thinned thinned;
  for (int round = 0; round < 200000; ++round) {
    std::string text;
    for (int n = 1 + rng.below(9); n > 0; --n)
      text += signs[static_cast<std::size_t>(rng.below(static_cast<int>(signs.size())))];
    if (!thinned.tries()) continue;
    CAPTURE(text);
    const num::WrittenNumber number = num::written_number(text);
    REQUIRE((number.value || !number.sentence.empty()));
    if (!number.value) continue;
    REQUIRE(std::isfinite(*number.value));
    const num::Calculation calculation = num::calculate(text);
    if (!calculation.value) continue;
    ++both;
    REQUIRE(*calculation.value == doctest::Approx(*number.value).epsilon(1e-12));
  }
  CHECK(both > 1000 / tests::thinning);
}
