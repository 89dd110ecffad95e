#include "num/expression.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <string>
#include <vector>

#include "num/rng.h"

namespace {

struct Reading {
  const char* text;
  double value;
};

struct Refusal {
  const char* text;
  const char* error;
  std::size_t at;
};

}  // namespace

TEST_CASE("digits in groups of three are one number") {
  const Reading readings[] = {
      {"1 000", 1000},       {"49\u202f152", 49152},   {"75\u00a0497\u2009472", 75497472},
      {"12 345.5", 12345.5}, {"2*1 000 000", 2000000}, {"3 100 + 1", 3101}};
  for (const Reading& reading : readings) {
    CAPTURE(reading.text);
    const auto read = num::calculate(reading.text);
    REQUIRE(read.value);
    CHECK(*read.value == reading.value);
  }
  for (const char* text : {"1 0000", "1234 567", "1 000 00", "0.5 100", "12 34"})
    CHECK_FALSE(num::calculate(text).value);
}

TEST_CASE("a calculation has the numbers of every other place") {
  const Reading readings[] = {{"1,000,000", 1e6},        {"ln(1,000,000)", 13.815510557964274},
                              {"1'000 + 1", 1001},       {"1_000 + 1", 1001},
                              {"½ + ¼", 0.75},           {"1,000.5", 1000.5},
                              {"1.000,5", 1000.5},       {"6.18 e-9", 6.18e-9},
                              {"6.18x10^-9", 6.18e-9},   {"6.18 x 10^-9", 6.18e-9},
                              {"6.18*10**-9", 6.18e-9},  {"6,183e-9", 6.183e-9},
                              {"6,183·10^-9", 6.183e-9}, {"2e - 3", 2.43656365691809},
                              {"6*10 - 9", 51},          {"3 x 4", 12},
                              {"5.52.", 5.52},           {"(1+2)x3", 9},
                              {"0,125", 0.125},          {"12,34", 12.34}};
  for (const Reading& reading : readings) {
    CAPTURE(reading.text);
    const auto read = num::calculate(reading.text);
    CAPTURE(read.error);
    REQUIRE(read.value);
    CHECK(*read.value == doctest::Approx(reading.value).epsilon(1e-14));
  }
}

TEST_CASE("a logarithm may have a base, and the spellings of LaTeX and of programs") {
  const Reading readings[] = {{"log(250,2)", 7.965784284662087},
                              {"log(250, 2)", 7.965784284662087},
                              {"math.log(250, 10)", 2.397940008672037},
                              {"log(250,e)", 5.521460917862246},
                              {"log(1/250,2)", -7.965784284662087},
                              {"log_e(250)", 5.521460917862246},
                              {"log_2(250)", 7.965784284662087},
                              {"log_2(250) ln(2)", 5.521460917862246},
                              {"log_{10} 1000", 3},
                              {"log₂ 8", 3},
                              {"logₑ(250)", 5.521460917862246},
                              {"log_3 81", 4},
                              {"log(0,3)", -1.2039728043259361},
                              {"ln(2,5)", 0.9162907318741551},
                              {"\\log_{2} 8", 3},
                              {"$\\ln 250$", 5.521460917862246},
                              {"-\\log \\frac{1}{250}", 5.521460917862246},
                              {"-\\log\\left(\\dfrac{1}{250}\\right)", 5.521460917862246},
                              {"2 \\cdot 3\\,\\times 4", 24},
                              {"3 e^{-2}", 0.4060058497098381},
                              {"np.log(250)", 5.521460917862246},
                              {"-math.log(1/250)", 5.521460917862246},
                              {"2*torch.exp(1)", 5.43656365691809},
                              {"math.log1p(1e-12)", 9.999999999995e-13},
                              {"np.expm1(1e-12)", 1.0000000000005e-12},
                              {"expm1(2)", 6.38905609893065},
                              {"np.pi", 3.141592653589793}};
  for (const Reading& reading : readings) {
    CAPTURE(reading.text);
    const auto read = num::calculate(reading.text);
    CAPTURE(read.error);
    REQUIRE(read.value);
    CHECK(*read.value == doctest::Approx(reading.value).epsilon(1e-13));
  }
}

TEST_CASE("raised digits are an exponent") {
  const Reading readings[] = {{"6.183 × 10⁻⁹", 6.183e-9},
                              {"2³", 8},
                              {"-3²", -9},
                              {"2¹⁰", 1024},
                              {"4(1+1)²", 16},
                              {"10⁰", 1}};
  for (const Reading& r : readings) {
    CAPTURE(r.text);
    const auto read = num::calculate(r.text);
    REQUIRE(read.value);
    CHECK(*read.value == doctest::Approx(r.value).epsilon(1e-12));
  }
  for (const char* text : {"²", "10⁻", "2 ⁻", "10⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹"}) {
    CAPTURE(text);
    CHECK(!num::calculate(text).value);
  }
}

TEST_CASE("what a student writes for ln 250 is ln 250") {
  for (const char* text : {"ln 250",
                           "ln(250)",
                           "log(250)",
                           "LN 250",
                           "-log(1/250)",
                           "-ln(1/250)",
                           "\u2212log(1/250)",
                           "ln250",
                           "log250",
                           "  ln\t250 ",
                           "ln\u00a0250",
                           "(ln 250)",
                           "log2(250)*ln 2",
                           "ln 250 / ln e",
                           "log10(250)/log10(e)",
                           "5.521460917862246",
                           "5,521460917862246",
                           "0.5521460917862246e1",
                           "ln 2 + 3 ln 5",
                           "-(-ln 250)"}) {
    CAPTURE(text);
    const num::Calculation c = num::calculate(text);
    CAPTURE(c.error);
    REQUIRE(c.value);
    CHECK(*c.value == doctest::Approx(5.521460917862246).epsilon(1e-15));
    CHECK(c.error.empty());
  }
}

TEST_CASE("numbers and signs mean what they mean on paper") {
  for (const Reading& reading : std::vector<Reading>{{"5.52", 5.52},
                                                     {"0,3", 0.3},
                                                     {".5", 0.5},
                                                     {"5.", 5},
                                                     {"1e-3", 1e-3},
                                                     {"1E+3", 1000},
                                                     {"1e\u22123", 1e-3},
                                                     {"3/4", 0.75},
                                                     {"2+3*4", 14},
                                                     {"2-3-4", -5},
                                                     {"8/4/2", 1},
                                                     {"2^3^2", 512},
                                                     {"2**3", 8},
                                                     {"-2^2", -4},
                                                     {"2^-2", 0.25},
                                                     {"--3", 3},
                                                     {"2*-3", -6},
                                                     {"2\u00b73", 6},
                                                     {"2\u00d73", 6},
                                                     {"6\u00f73", 2},
                                                     {"2 \u2013 3", -1},
                                                     {"\u221a16", 4},
                                                     {"\u221a2/2", 0.7071067811865476},
                                                     {"\u221a(9+16)", 5},
                                                     {"sqrt(2)^2", 2.0000000000000004},
                                                     {"2e", 5.43656365691809},
                                                     {"e^2", 7.38905609893065},
                                                     {"2 pi", 6.283185307179586},
                                                     {"\u03c0", 3.141592653589793},
                                                     {"2\u03c0", 6.283185307179586},
                                                     {"3(1+1)", 6},
                                                     {"(1+1)(2+2)", 8},
                                                     {"2 ln e", 2},
                                                     {"2 ln 3", 2.197224577336219},
                                                     {"250\u00b7log 250", 1380.3652294655615},
                                                     {"ln 2^3", 2.0794415416798357},
                                                     {"ln(2)^2", 0.4804530139182014},
                                                     {"ln 8 / ln 2", 3},
                                                     {"ln 2 ln 3", 0.76150001041880899},
                                                     {"exp -1", 0.36787944117144233},
                                                     {"abs(-3)", 3},
                                                     {"log2 8", 3},
                                                     {"log10(1000)", 3},
                                                     {"ln ln exp exp 1", 1},
                                                     {"1/(1+2)", 0.3333333333333333},
                                                     {"10^-2", 0.01},
                                                     {"0.1+0.2", 0.30000000000000004},
                                                     {"1e-400", 0},
                                                     {"1/2 ln 4", 0.6931471805599453}}) {
    CAPTURE(std::string(reading.text));
    const num::Calculation c = num::calculate(reading.text);
    CAPTURE(c.error);
    REQUIRE(c.value);
    CHECK(*c.value == doctest::Approx(reading.value).epsilon(1e-15));
  }
}

TEST_CASE("what cannot be read is refused with the place") {
  for (const Refusal& refusal : std::vector<Refusal>{
           {"", "Type a number or a calculation, such as ln 2.", 0},
           {"   ", "Type a number or a calculation, such as ln 2.", 0},
           {"2+", "At character 3: a number is missing at the end.", 2},
           {"2+*3", "At character 3: a number is missing before \"*\".", 2},
           {"(1+2", "At character 1: this bracket is not closed.", 0},
           {"1+2)", "At character 4: this bracket closes none that was opened.", 3},
           {"()", "At character 2: a number is missing before \")\".", 1},
           {"1/0", "At character 2: this divides by zero.", 1},
           {"0^-1", "At character 2: this divides by zero.", 1},
           {"(-2)^0.5", "At character 5: a negative number has no such power.", 4},
           {"ln 0", "At character 1: ln is only defined for positive numbers.", 0},
           {"2*log(-1)", "At character 3: log is only defined for positive numbers.", 2},
           {"exp(1000)", "At character 1: the result is too large to hold.", 0},
           {"1e308*10", "At character 6: the result is too large to hold.", 5},
           {"1e999", "At character 1: this number is too large to hold.", 0},
           {"1.2.0",
            "At character 4: a number has one decimal point; leave out what separates thousands.",
            3},
           {"2*12,34,56",
            "At character 8: these commas do not separate groups of three digits; write the number "
            "without them.",
            7},
           {"ln(50,257)",
            "At character 4: does 50,257 mean 50257 or 50.257? Write it without the comma, or with "
            "a point.",
            3},
           {"6.18 × 10−9",
            "At character 8: does this mean the power 10^-9? Write it so, or put blanks on both "
            "sides of the minus.",
            8},
           {"2.10^-3",
            "At character 1: does this mean 2·10 or 2.1, raised to a power? Write the sign of "
            "multiplication, or brackets.",
            0},
           {"6.18 × 10 −9",
            "At character 8: does this mean the power 10^-9? Write it so, or put blanks on both "
            "sides of the minus.",
            8},
           {"6.18e- 9",
            "At character 5: does this mean 6.18e-9 or 6.18·e - 9? Write the one that you mean.",
            4},
           {"6.18e -9",
            "At character 5: does this mean 6.18e-9 or 6.18·e - 9? Write the one that you mean.",
            4},
           {"log(3,2)",
            "At character 4: is the comma in log(3,2) a decimal comma or before a base? Write a "
            "decimal point, or a blank behind the comma.",
            3},
           {"ln(250, 2)", "At character 1: ln takes one number; log(x, b) has the base b.", 0},
           {"ln(250,e)", "At character 1: ln takes one number; log(x, b) has the base b.", 0},
           {"exp(250,e)",
            "At character 8: a comma cannot stand here; it parts numbers in log(x, b) and in lists "
            "alone.",
            7},
           {".", "At character 1: a decimal point needs a digit beside it.", 0},
           {"1 00", "At character 3: two numbers stand side by side; put a sign between them.", 2},
           {"ln", "At character 1: ln needs a number to apply to: ln(...).", 0},
           {"log10", "At character 1: log10 needs a number to apply to: log10(...).", 0},
           {"2 * foo",
            "At character 5: \"foo\" is not known; there are ln, log, exp, sqrt, abs, log2, log10, "
            "sum, mean, max, min, len, prod, e and pi.",
            4},
           {"50 % %", "At character 6: \"%\" cannot stand here.", 5},
           {"\u00d72", "At character 1: a number is missing before \"\u00d7\".", 0},
           {"2\u00d7\u00d73", "At character 3: a number is missing before \"\u00d7\".", 3},
           {"5 \u20ac", "At character 3: \"€\" (U+20AC) has no meaning in a calculation.", 2},
           {"5\u200b\u2603", "At character 3: \"☃\" (U+2603) has no meaning in a calculation.", 4},
           {"5\x07", "At character 2: U+0007 has no meaning in a calculation.", 1},
           {"\xff", "At character 1: the byte FF (no UTF-8) has no meaning in a calculation.",
            0}}) {
    CAPTURE(std::string(refusal.text));
    const num::Calculation c = num::calculate(refusal.text);
    CHECK_FALSE(c.value);
    CHECK(c.error == refusal.error);
    CHECK(c.at == refusal.at);
  }
}

TEST_CASE("a logarithm whose reach is open is refused and never guessed") {
  for (const char* text : {"log 1/250", "-log 1/250", "ln 2 * 3", "ln 2 pi", "ln 2(3)", "2 ln 3/4",
                           "sqrt 2/2", "ln 2 \u00b7 3", "-ln 1/2 + 1"}) {
    CAPTURE(text);
    const num::Calculation c = num::calculate(text);
    CHECK_FALSE(c.value);
    CHECK(c.error.find("Put brackets round all that") != std::string::npos);
  }
  CHECK(num::calculate("ln 2 - 1/2").value);
  CHECK(num::calculate("(ln 2)/2").value);
}

TEST_CASE("length and depth are capped") {
  CHECK(num::calculate(std::string(999, ' ') + "1").value == 1);
  CHECK(num::calculate(std::string(1000, ' ') + "1").error ==
        "This is longer than 1000 characters.");
  const auto nested = [](int n) {
    return std::string(static_cast<std::size_t>(n), '(') + "7" +
           std::string(static_cast<std::size_t>(n), ')');
  };
  CHECK(num::calculate(nested(63)).value == 7);
  CHECK(num::calculate(nested(64)).error == "At character 65: this is nested too deeply.");
  CHECK_FALSE(num::calculate(std::string(1000, '-')).value);
  CHECK_FALSE(num::calculate(std::string(1000, '(')).value);
  CHECK(num::calculate(std::string(1000, '9')).error ==
        "At character 1: this number is too large to hold.");
}

TEST_CASE("ten thousand mutated calculations end in a finite value or a sentence, quickly") {
  const std::vector<std::string> seeds = {"-log(1/250)",   "2 ln 3 + 4^-2", "\u221a(2\u00b73)/7",
                                          "1,5e-3*(2-pi)", "exp(ln 10)^2",  "log2 8 / log10 3"};
  const std::vector<std::string> pieces = {
      "(", ")", "+", "-",   "*", "/",    "^",      "ln ",  "e",      "log", "log10", "9",
      "0", ".", ",", "1e9", " ", "\xe2", "\u2212", "sqrt", "\u221a", "\n",  "x"};
  num::Rng rng(2, 9);
  const auto start = std::chrono::steady_clock::now();
  for (int round = 0; round < 10000; ++round) {
    std::string text = seeds[static_cast<std::size_t>(rng.below(static_cast<int>(seeds.size())))];
    for (int edits = 1 + rng.below(8); edits > 0; --edits) {
      const auto at = static_cast<std::size_t>(rng.below(static_cast<int>(text.size()) + 1));
      const auto& piece =
          pieces[static_cast<std::size_t>(rng.below(static_cast<int>(pieces.size())))];
      const int kind = rng.below(4);
      if (kind == 0) text.insert(at, piece);
      if (kind == 1) text.erase(at, static_cast<std::size_t>(1 + rng.below(3)));
      if (kind == 2 && at < text.size()) text[at] = static_cast<char>(rng.below(256));
      if (kind == 3 && text.size() < 1500) text += text;
    }
    CAPTURE(text);
    const num::Calculation c = num::calculate(text);
    REQUIRE(c.value.has_value() == c.error.empty());
    REQUIRE((!c.value || std::isfinite(*c.value)));
    REQUIRE(c.at <= text.size());
  }
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  CHECK(taken.count() < 20);  // a hundred times what it takes; also under sanitizers
}

TEST_CASE("what has two readings has the values of both") {
  struct Doubt {
    const char* text;
    std::vector<double> values;
  };
  for (const Doubt& doubt :
       std::vector<Doubt>{{"-log 1/e", {1, 0}},
                          {"ln(1/e", {-1}},
                          {"5 1/2", {5.5, 2.5}},
                          {"1,000", {1, 1000}},
                          {"ln(1,000)", {0, 6.907755278982137}},
                          {"6.18 × 10−9", {6.18e-9, 52.8}},
                          {"2.10^-3", {0.002, 0.10797969981643453}},
                          {"log(3,2)", {1.1631508098056809, 1.584962500721156}},
                          {"In e", {1}},
                          {"1n(e) + |n e", {2}},
                          {"-1og 1/1,000", {0, 6.907755278982137}}}) {
    CAPTURE(std::string(doubt.text));
    const num::Calculation c = num::calculate(doubt.text);
    CHECK(!c.value);
    CHECK(!c.error.empty());
    REQUIRE(c.readings.size() >= doubt.values.size());
    for (const double value : doubt.values) {
      const auto is = [value](const num::CalculationReading& r) {
        return std::fabs(r.value - value) <= 1e-14 * std::fabs(value);
      };
      CHECK_MESSAGE(std::any_of(c.readings.begin(), c.readings.end(), is), value);
    }
  }
  CHECK(num::calculate("-log 1/250").readings[0].text == "−ln(1/250)");
  CHECK(num::calculate("1,000").readings[0].text.empty());
  CHECK(num::calculate("1n 250").error ==
        "At character 1: is \"1n\" meant to be ln? Write it with a small L.");
  for (const char* none : {"3 4", "2 * foo", "2+", "1/0"})
    CHECK(num::calculate(none).readings.empty());
}

TEST_CASE(
    "calculations take square brackets, lines, per cents and a power of ten behind a number") {
  const Reading readings[] = {{"[2+3]*2", 10},
                              {"|ln(1/e)|", 1},
                              {"ln[e]", 1},
                              {"-ln(50%)", 0.6931471805599453},
                              {"6.18 10^-9", 6.18e-9},
                              {"6.18 10⁻⁹", 6.18e-9},
                              {"log(8; 2)", 3},
                              {"25 %", 0.25}};
  for (const Reading& reading : readings) {
    CAPTURE(reading.text);
    const auto read = num::calculate(reading.text);
    CAPTURE(read.error);
    REQUIRE(read.value);
    CHECK(*read.value == doctest::Approx(reading.value).epsilon(1e-14));
  }
}
