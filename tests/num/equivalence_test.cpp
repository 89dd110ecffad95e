#include "num/equivalence.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "num/diagnosis.h"

namespace {

const std::vector<num::Symbol> net_symbols = {{"W2", 1, 5},
                                              {"W3", 5, 5},
                                              {"z2", 5, 1},
                                              {"a2", 5, 1, 0, 0, false, "relu(z2)"},
                                              {"h", 5, 1},
                                              {"ŷ", 1, 1, 0.05, 0.95},
                                              {"y", 1, 1, 0, 1, true},
                                              {"m", 1, 1, 2, 9, true}};

num::Formula formula(const std::string& text) {
  num::Parsed parsed = num::parse(text, net_symbols);
  CAPTURE(text);
  CAPTURE(parsed.fault.sentence);
  REQUIRE(parsed.formula);
  return *parsed.formula;
}

num::Agreement agreement(const std::string& given, const std::string& reference) {
  const num::Formula r = formula(reference);
  return num::compare(formula(given), r, net_symbols, num::sample(net_symbols, r, 1)).agreement;
}

num::Diagnosis diagnosis(const std::string& given, const std::string& reference) {
  const num::Formula r = formula(reference);
  return num::diagnose(formula(given), r, net_symbols, num::sample(net_symbols, r, 1));
}

}  // namespace

TEST_CASE("formulas agree by value, whatever their form") {
  CHECK(agreement("-diag(1[a2>0])", "-diag(1[z2>0])") == num::Agreement::same);
  CHECK(agreement("-diag(a2)/diag(z2)", "-diag(1[z2>0])") == num::Agreement::undefined);
  CHECK(agreement("ŷ/m - y/m", "(ŷ-y)/m") == num::Agreement::same);
  CHECK(agreement("y^2 - y + ŷ", "ŷ") == num::Agreement::same);  // y is 0 or 1
  CHECK(agreement("log(exp(ŷ))", "ŷ") == num::Agreement::same);
  CHECK(agreement("(y/ŷ - (1-y)/(1-ŷ)) ŷ (1-ŷ)", "y - ŷ") == num::Agreement::same);
  CHECK(agreement("0.3333 ŷ", "ŷ/3") == num::Agreement::different);
  CHECK(agreement("W2'", "W2") == num::Agreement::transposed);
  CHECK(agreement("W3ᵀ", "W3") == num::Agreement::transposed);
  CHECK(agreement("1[z2>0]", "1[z2>=0]") == num::Agreement::same);
  CHECK(agreement("W2 W2", "W2") == num::Agreement::misshapen);
  CHECK(agreement("sqrt(0-ŷ)", "ŷ") == num::Agreement::undefined);
}

TEST_CASE("what stands below a norm says which it is, and \"> 0\" behind a formula nothing") {
  const std::vector<num::Symbol> symbols = {{"x", 3, 1}, {"y", 1, 1}};
  const auto agree = [&](const char* a, const char* b) {
    const auto left = num::parse(a, symbols), right = num::parse(b, symbols);
    REQUIRE_MESSAGE(left.formula, a << ": " << left.fault.sentence);
    REQUIRE_MESSAGE(right.formula, b << ": " << right.fault.sentence);
    const auto points = num::sample(symbols, *right.formula, 3);
    return num::compare(*left.formula, *right.formula, symbols, points).agreement ==
           num::Agreement::same;
  };
  for (const char* text : {"‖x‖_2^2", "‖x‖^2_2", "\\lVert x \\rVert_2^2", "\\|x\\|_{2}^{2}",
                           "‖x‖₂²", "‖x‖²₂", "||x||_2^2", "‖x‖^2", "‖x‖² > 0", "‖x‖^2 \\geq 0"}) {
    CAPTURE(text);
    CHECK(agree(text, "xᵀ x"));
  }
  CHECK(agree("‖x‖_1", "sum(abs(x))"));
  CHECK(agree("‖y‖_1", "abs(y)"));
  CHECK(agree("‖x‖_F", "sqrt(xᵀ x)"));
  for (const char* text : {"x > 0", "y > 0", "‖x‖ > 1", "‖x‖ < 0", "‖x‖ > 0 y"}) {
    CAPTURE(text);
    CHECK_FALSE(num::parse(text, symbols).formula.has_value());
  }
}

TEST_CASE("points lie in the ranges, on hundredths, away from jumps, and follow the seed") {
  const num::Formula r = formula("diag(1[z2>0])");
  const auto points = num::sample(net_symbols, r, 5);
  REQUIRE(points.size() == num::drawn_points);
  for (const num::Point& p : points) {
    CHECK(p[5].values[0] >= 0.05);
    CHECK(p[5].values[0] <= 0.95);
    CHECK((p[6].values[0] == 0 || p[6].values[0] == 1));
    for (std::size_t i = 0; i < 5; ++i) {
      CHECK(p[2].values[i] != 0);
      CHECK(p[3].values[i] == (p[2].values[i] > 0 ? p[2].values[i] : 0));
    }
  }
  CHECK(num::sample(net_symbols, r, 5) == points);
  CHECK(num::sample(net_symbols, r, 6) != points);
}

TEST_CASE("a place where they part is told, with both values") {
  const num::Formula r = formula("ŷ - y");
  const auto points = num::sample(net_symbols, r, 1);
  const num::Comparison c = num::compare(formula("y - ŷ"), r, net_symbols, points);
  REQUIRE(c.agreement == num::Agreement::different);
  CHECK(c.given.values[0] == -c.wanted.values[0]);
  CHECK(c.wanted.values[0] == points[c.point][5].values[0] - points[c.point][6].values[0]);
}

TEST_CASE("one slip is told from another") {
  using num::Slip;
  CHECK(diagnosis("(y-ŷ)/m", "(ŷ-y)/m").slip == Slip::sign);
  CHECK(diagnosis("2(ŷ-y)/m", "(ŷ-y)/m").ratio == doctest::Approx(2));
  CHECK(diagnosis("2(ŷ-y)/m", "(ŷ-y)/m").slip == Slip::ratio);
  const num::Diagnosis missing = diagnosis("y-ŷ", "(ŷ-y)/m");
  CHECK(missing.slip == Slip::symbol_ratio);
  CHECK(missing.symbol == 7);
  CHECK(missing.power == 1);
  CHECK(missing.ratio == -1);
  CHECK(diagnosis("W3 W3ᵀ", "W3ᵀ W3").slip == Slip::none);
  CHECK(diagnosis("W3ᵀ", "W3").slip == Slip::transposed);
  CHECK(diagnosis("1/ŷ", "ŷ").slip == Slip::reciprocal);
  CHECK(diagnosis("z2 h'", "z2 h' + h z2'").slip == Slip::term_missing);
  CHECK(diagnosis("z2 h' - h z2'", "z2 h' + h z2'").slip == Slip::term_sign);
  CHECK(diagnosis("W3 z2", "W3 z2 ⊙ h").slip == Slip::factor_missing);
  CHECK(diagnosis("W3 z2 ⊙ h ⊙ z2", "W3 z2 ⊙ h").part == "z2");
  CHECK(diagnosis("ŷ(1-ŷ)(y-ŷ)", "y-ŷ").slip == Slip::factor_extra);
  CHECK(diagnosis("y - ŷ + m", "y-ŷ").part == "m");
  CHECK(diagnosis("W3 z2 ⊙ tanh'(h)", "W3 z2 ⊙ relu'(h)").slip == Slip::slope);
  CHECK(diagnosis("W3 z2 ⊙ relu(h)", "W3 z2 ⊙ 1[h>0]").slip == Slip::slope);
  CHECK(diagnosis("W3 z2", "W3ᵀ z2").slip == Slip::inner_transpose);
}
