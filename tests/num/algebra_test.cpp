#include "num/algebra.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "num/equivalence.h"
#include "num/quantity.h"

namespace {

// Twin networks with two inputs and three hidden nodes.
const std::vector<num::Symbol> symbols = {
    {"W1", 3, 2}, {"b1", 3, 1},          {"W2", 1, 3}, {"a", 3, 1}, {"z2", 3, 1}, {"x", 2, 1},
    {"x′", 2, 1}, {"ŷ", 1, 1, 0.1, 0.9}, {"y", 1, 1},  {"m", 1, 1}, {"δ1", 1, 1}, {"δ2", 1, 1},
    {"u", 4, 1}};

const std::vector<num::Matrix> values = {{3, 2, {1, 2, 3, 4, 5, 6}},
                                         {3, 1, {1, 0, -1}},
                                         {1, 3, {2, -1, 3}},
                                         {3, 1, {1, 2, 3}},
                                         {3, 1, {0.5, -0.5, 2}},
                                         {2, 1, {1, -1}},
                                         {2, 1, {0, 2}},
                                         {1, 1, {0.25}},
                                         {1, 1, {1}},
                                         {1, 1, {4}},
                                         {1, 1, {10}},
                                         {1, 1, {20}},
                                         {4, 1, {1, 2, 3, 4}}};

num::Evaluation value(const char* text) {
  const num::Parsed parsed = num::parse(text, symbols);
  CAPTURE(text);
  CAPTURE(parsed.fault.sentence);
  REQUIRE(parsed.formula);
  return num::evaluate(*parsed.formula, symbols, values);
}

double scalar(const char* text) {
  const num::Evaluation e = value(text);
  CAPTURE(text);
  REQUIRE_FALSE(e.misshapen);
  REQUIRE(e.value.values.size() == 1);
  return e.value.values[0];
}

std::string refused(const char* text) { return num::parse(text, symbols).fault.sentence; }

std::string set(const char* text) {
  const num::Parsed parsed = num::parse(text, symbols);
  CAPTURE(text);
  CAPTURE(parsed.fault.sentence);
  REQUIRE(parsed.formula);
  return num::text(*parsed.formula, symbols);
}

}  // namespace

TEST_CASE("one formula has many spellings") {
  for (const char* text :
       {"(ŷ - y)/m", "1/m (ŷ−y)", "(yhat-y)/m", "(y_hat - y) / m", "\\frac{1}{m}(\\hat{y} - y)",
        "\\frac{\\hat y - y}{m}", "-(y-ŷ)/m", "ŷ/m - y/m", "m^-1 (ŷ - y)", "(ŷ−y)·m⁻¹",
        "δ1 = (ŷ-y)/m", "∂J/∂z3 = (ŷ − y)/m", "(ŷ^(i) - y^(i))/m", "\\frac1m(ŷ-y)", "(ŷ_i - y_i)/m",
        "(y\u0302 - y)/m", "(Yhat - Y)/M", "$(ŷ-y)/m$", "{ŷ - y}/m"}) {
    CAPTURE(text);
    CHECK(scalar(text) == doctest::Approx(-0.1875).epsilon(1e-15));
  }
}

TEST_CASE("matrices multiply, turn and act entry by entry") {
  CHECK(scalar("W2 a") == 9);
  CHECK(scalar("W2a") == 9);
  CHECK(scalar("W_2·a") == 9);
  CHECK(scalar("W₂a") == 9);
  CHECK(scalar("aᵀa") == 14);
  CHECK(scalar("a'a") == 14);
  CHECK(scalar("a^T a") == 14);
  CHECK(scalar("a^{\\top} a") == 14);
  CHECK(scalar("aTa") == 14);
  CHECK(scalar("transpose(a) a") == 14);
  CHECK(scalar("sum(a ⊙ a)") == 14);
  CHECK(scalar("sum(a .* a)") == 14);
  CHECK(scalar("sum(a^2)") == 14);
  CHECK(scalar("‖a‖^2") == doctest::Approx(14));
  CHECK(scalar("norm(a)²") == doctest::Approx(14));
  CHECK(scalar("mean(a)") == 2);
  CHECK(scalar("max(a)") == 3);
  CHECK(scalar("sum(max(0, z2))") == 2.5);
  CHECK(scalar("sum(relu(z2))") == 2.5);
  CHECK(scalar("sum(relu'(z2))") == 2);
  CHECK(scalar("sum(|z2|)") == 3);
  CHECK(scalar("a'diag(1[z2>0])a") == 10);
  CHECK(scalar("sum([1, 2; 3, 4]^2)") == 54);
  CHECK(scalar("sum([[1, 2], [3, 4]] [1; 1])") == 10);
  CHECK(scalar("sum(softmax(u))") == doctest::Approx(1));
  CHECK(value("W1 x' + b1").value.values == std::vector<double>{5, 8, 11});
  CHECK(value("W1 x + b1").value.values == std::vector<double>{0, -1, -2});
  CHECK(value("1 - 2 a").value.values == std::vector<double>{-1, -3, -5});
  CHECK(value("a a'").value.rows == 3);
  CHECK(value("diag(diag(a))").value.values == std::vector<double>{1, 2, 3});
}

TEST_CASE("indicators have many spellings") {
  for (const char* text :
       {"1[z2>0]", "1{z2 > 0}", "1(z2>0)", "[z2>0]", "(z2 > 0)", "𝟙[z2 > 0]", "I(z2>0)",
        "0.5 1[z2>0] + 0.5 1[z2 > 0]", "step(z2)", "ReLU'(z2)", "relu'(z2)", "(0 < z2)",
        "1 - 1[z2 \\le 0]", "\\mathbb{1}[z_2 > 0]", "1_{z2}"}) {
    CAPTURE(text);
    if (std::string(text) == "1_{z2}") {
      CHECK(!num::parse(text, symbols).formula);
      continue;
    }
    CHECK(value(text).value.values == std::vector<double>{1, 0, 1});
  }
}

TEST_CASE("formulas are read as LaTeX and programs write them") {
  for (const char* text :
       {"\\dfrac{\\hat{y}-y}{m}", "\\frac1{m}(\\hat{y_i} - y_{i})", "{\\hat{y}-y \\over m}",
        "\\tfrac 1m \\, (\\mathbf{\\hat y} - \\mathrm{y})", "(y^ - y)/m", "(hat(y) - y)/m.",
        "np.divide(1, 1) (ŷ - y)/m"}) {
    CAPTURE(text);
    CHECK(scalar(text) == doctest::Approx(-0.1875).epsilon(1e-15));
  }
  for (const char* text :
       {"\\mathbf{1}\\{z_2>0\\}", "\\mathbb{1}_{\\{z_2 > 0\\}}", "1_{(0,\\infty)}(z_2)", "H(z_2)",
        "np.where(z2>0, 1, 0)", "(z2>0).astype(float)", "1[z_2^{(i)} \\gt 0]", "1[z2^i>0]",
        "(z2>0) * (z2>0)"}) {
    CAPTURE(text);
    CHECK(value(text).value.values == std::vector<double>{1, 0, 1});
  }
  CHECK(value("2\\mathbf{1}\\{z_2>0\\}").value.values == std::vector<double>{2, 0, 2});
  CHECK(value("e^{z2}").value.values[2] == doctest::Approx(value("exp(z2)").value.values[2]));
  CHECK(scalar("W2.dot(a) - W2 @ a") == 0);
  CHECK(scalar("sum(np.outer(a, x) - a ⊗ x)") == 0);
  CHECK(scalar("sum(cosh(a)^2 - sinh(a)^2)") == doctest::Approx(3));
  CHECK(scalar("sum(sech(a) ⊙ cosh(a))") == doctest::Approx(3));
  CHECK(value("W1 x^{\\prime} + b1").value.values == std::vector<double>{5, 8, 11});
  // A product without a sign stays one of matrices.
  CHECK(value("z2 a").misshapen);
  CHECK(refused("(y^☃ - y)").find("At character 4") == 0);
}

TEST_CASE("a sum over examples has the value of one, and is told from others") {
  std::vector<num::Symbol> names = {{"ŷ"}, {"y"}, {"m"}};
  names[2].counts_examples = true;
  const std::vector<num::Matrix> at = {{1, 1, {0.25}}, {1, 1, {1}}, {1, 1, {4}}};
  for (const char* text : {"1/m Σ (ŷ_i - y_i)", "sum_i (ŷ_i − y_i)/m",
                           "\\frac1m\\sum_{i=1}^{m}(\\hat{y}^{(i)}-y^{(i)})", "mean(ŷ - y)"}) {
    CAPTURE(text);
    const num::Evaluation e = num::evaluate(*num::parse(text, names).formula, names, at);
    CHECK(e.over_examples);
    CHECK(e.value.values == std::vector<double>{-0.1875});
  }
  const num::Evaluation one = num::evaluate(*num::parse("(ŷ-y)/m", names).formula, names, at);
  CHECK_FALSE(one.over_examples);
  CHECK(value("Σ_{i=1}^m y_i").misshapen->sentence.find("a single number") != std::string::npos);
}

TEST_CASE("sums run over an index of entries, of columns and of numbered names") {
  CHECK(scalar("sum_i u_i") == 10);
  CHECK(scalar("Σ_i u_i^2") == 30);
  CHECK(scalar("Σᵢ uᵢ") == 10);
  CHECK(scalar("\\sum_{i=1}^{4} u_i") == 10);
  CHECK(scalar("\\sum_{j=2}^3 u_j") == 5);
  CHECK(scalar("sum_{j≠2} u_j") == 8);
  CHECK(scalar("Σ_{j \\neq 2} (u_j - u_2)") == 2);
  CHECK(scalar("Σ_i Σ_j u_i u_j") == 100);
  CHECK(scalar("Σ_t δ_t") == 30);
  CHECK(value("Σ_j x_j").value.values == std::vector<double>{0});
}

namespace {

// Three steps of time: A1 A2 A3 do not commute, and J2 and J3 are derivatives by name.
const std::vector<num::Symbol> in_time = [] {
  std::vector<num::Symbol> s = {{"A1", 2, 2}, {"A2", 2, 2}, {"A3", 2, 2}, {"h0", 2, 1},
                                {"h1", 2, 1}, {"h2", 2, 1}, {"h3", 2, 1}, {"J1", 2, 2},
                                {"J2", 2, 2}, {"J3", 2, 2}, {"∇L", 2, 1}, {"T", 1, 1, 3, 3, true}};
  for (int t = 1; t <= 3; ++t) {
    const std::string now = std::to_string(t), before = std::to_string(t - 1);
    s[static_cast<std::size_t>(6 + t)].also = {"∂h" + now + "/∂h" + before};
  }
  s[10].also = {"∂L/∂y"};
  s[11].transposes = true;
  return s;
}();

bool same_in_time(const char* a, const char* b) {
  CAPTURE(a);
  const num::Parsed x = num::parse(a, in_time), y = num::parse(b, in_time);
  CAPTURE(x.fault.sentence);
  REQUIRE(x.formula);
  REQUIRE(y.formula);
  const auto points = num::sample(in_time, *y.formula, 5);
  return num::compare(*x.formula, *y.formula, in_time, points).agreement == num::Agreement::same;
}

}  // namespace

TEST_CASE("products run over an index, upwards or downwards, and one without factors is 1") {
  for (const char* text :
       {"∏_{t=1}^{3} A_t", "prod_t A_t", "\\prod_{t=1}^T A_t", "∏_{k>0} A_k", "∏_{k≥1}^T A_k",
        "prod_t=1^3 A_t", "∏_{t=1}^{T} (A_t)", "\\prod_{\\tau=1}^{3} A_{\\tau}"})
    CHECK(same_in_time(text, "A1 A2 A3"));
  CHECK(same_in_time("∏_{t=3}^{1} A_t", "A3 A2 A1"));
  CHECK(same_in_time("∏_{t=T}^{2} A_t ∇L", "A3 A2 ∇L"));
  CHECK(same_in_time("Σ_{t=1}^T (∏_{k=t+1}^T A_k) h_t", "A2 A3 h1 + A3 h2 + h3"));
  CHECK(same_in_time("Σ_{t=1}^T ∏_{k>t} A_k h_t", "A2 A3 h1 + A3 h2 + h3"));
  CHECK(same_in_time("Σ_{t=1}^T (∏_{k=T}^{t+1} A_k) h_t", "A3 A2 h1 + A3 h2 + h3"));
  CHECK(same_in_time("Σ_{s=1}^{T} Σ_{t=1}^{s} (∏_{k=t+1}^{s} A_k) h_t",
                     "h1 + A2 h1 + h2 + A2 A3 h1 + A3 h2 + h3"));
  CHECK(same_in_time("Σ_{s=1}^{2} Σ_{t=1}^{s} (∏_{k=t+1}^{s} A_k) h_t", "h1 + A2 h1 + h2"));
  CHECK(same_in_time("Σ_{s=1}^{T} Σ_{t=1}^{s} (∏_{k=s}^{t+1} A_k) h_t",
                     "h1 + A2 h1 + h2 + A3 A2 h1 + A3 h2 + h3"));
  CHECK(same_in_time("Σ_{t=1}^T (∏_{k=T}^{t+1} A_k A1) h_t", "A3 A1 A2 A1 h1 + A3 A1 h2 + h3"));
  CHECK(same_in_time("Σ_{t=1}^T (∏_{k=t+1}^T A1) h_t", "A1 A1 h1 + A1 h2 + h3"));
  CHECK(same_in_time("sum_t=1^T (prod_k=t+1^T A_k) h_t", "A2 A3 h1 + A3 h2 + h3"));
  CHECK(same_in_time("Σ_{t=1}^{2} (∏_{k=3}^{t+1} A_k) h_t", "A3 A2 h1 + A3 h2"));
  CHECK(same_in_time("Σ_{t=1}^T (∏_{k=1}^{t-1} A_k) h_t", "h1 + A1 h2 + A1 A2 h3"));
  CHECK(same_in_time("Σ_{t=1}^T (∏_{k=t}^{1} A_k) h_t", "A1 h1 + A2 A1 h2 + A3 A2 A1 h3"));
  // Factors that the index does not number stand before the last that it does, or outside.
  CHECK(same_in_time("∏_{t=2}^3 A1 A_t ∇L", "A1 A2 A1 A3 ∇L"));
  CHECK_FALSE(num::parse("∏ A_t", in_time).formula);
  CHECK(num::parse("∏_t A1", in_time).formula);
}

TEST_CASE("what follows a ⊙ is multiplied up to the shape of what stands before it") {
  CHECK(same_in_time("h1 ⊙ A1 h2", "h1 ⊙ (A1 h2)"));
  CHECK(same_in_time("h1 ⊙ A1 A2 h2 h3ᵀ", "(h1 ⊙ (A1 A2 h2)) h3ᵀ"));
  CHECK(same_in_time("h1 ⊙ h2 h3ᵀ", "(h1 ⊙ h2) h3ᵀ"));
  CHECK(same_in_time("h1 ⊙ 2 h2", "2 h1 ⊙ h2"));
  CHECK(same_in_time("h1 ⊙ 2 h3ᵀ", "2 h1 h3ᵀ"));
  CHECK(same_in_time("h1 ⊙ 2", "2 h1"));
  CHECK(same_in_time("h1 ⊙ A1 h2 ⊙ A2 h3", "h1 ⊙ (A1 h2) ⊙ (A2 h3)"));
  const num::Parsed parsed = num::parse("h1 ⊙ A1 A2", in_time);
  REQUIRE(parsed.formula);
  const auto points = num::sample(in_time, *parsed.formula, 5);
  CHECK(points.empty());  // 2×1 and 2×2: it has no value anywhere
}

TEST_CASE("T counts steps, and raised it is the transpose all the same") {
  CHECK(same_in_time("A1^T h_T", "A1ᵀ h3"));
  CHECK(same_in_time("A_T^{T} h_{T-1}", "A3ᵀ h2"));
  CHECK(same_in_time("Σ_{t=1}^{T} h_{t-1} + h0", "h0 + h0 + h1 + h2"));
  CHECK(same_in_time("sum_t=1^T h_t", "h1 + h2 + h3"));
  CHECK(same_in_time("Σ_{t=1}^T h^{(t)}", "h1 + h2 + h3"));
}

TEST_CASE(
    "a derivative of a step by the step before it is known by its index, a gradient by nabla") {
  CHECK(same_in_time("∂h_2/∂h_1", "J2"));
  CHECK(same_in_time("Σ_{t=1}^T ∏_{τ>t} ∂h_τ/∂h_{τ−1} ∂L/∂y", "J2 J3 ∇L + J3 ∇L + ∇L"));
  CHECK(
      same_in_time("Σ_{t=1}^T (\\prod_{\\tau=t+1}^{T} \\frac{\\partial h_\\tau}{\\partial "
                   "h_{\\tau-1}}) \\nabla_y L",
                   "J2 J3 ∇L + J3 ∇L + ∇L"));
  CHECK(same_in_time("∏_{t=1}^{2} ∂h_{t+1}/∂h_t ∇_yL", "J2 J3 ∇L"));
  CHECK(same_in_time("Σ_{t=2}^T \\frac{\\partial h_t}{\\partial h_{t - 1}} ∇ L", "J2 ∇L + J3 ∇L"));
  CHECK(same_in_time("A1∂L/∂y", "A1 ∇L"));
  CHECK(same_in_time("A1 \\nabla L", "A1 ∇L"));
}

TEST_CASE("a fault of shapes says who has which shape, and comes before one of values") {
  const num::Evaluation e = value("ln(-1) + W2 a'");
  REQUIRE(e.misshapen);
  CHECK(e.misshapen->sentence.find("W2 is 1×3 and cannot multiply aᵀ, which is 1×3") !=
        std::string::npos);
  CHECK(value("a a").misshapen->sentence ==
        "a is 3×1 and cannot multiply a, which is 3×1; entry by entry that would be ⊙.");
  CHECK(value("a + x").misshapen->sentence == "a is 3×1 and cannot be added to x, which is 2×1.");
  CHECK(value("ln(0-1)").undefined->sentence == "ln is only defined for positive numbers.");
  CHECK(value("1/(m-4)").undefined->sentence == "this divides by zero.");
  CHECK(value("u_5").misshapen->sentence == "u is numbered from 1 to 4 only.");
  CHECK(value("diag(W1)").misshapen);
  CHECK(value("W1^2").value.values[5] == 36);
  CHECK(value("Σ_i 2").misshapen->sentence.find("no end") != std::string::npos);
}

TEST_CASE("what cannot be read is refused with the place") {
  CHECK(refused("") == "Type a formula.");
  CHECK(refused("W2 (a") == "At character 4: this bracket is not closed.");
  CHECK(refused("W2 + q") ==
        "At character 6: \"q\" is not known; the names here are W1, b1, W2, a, z2, x, x′, ŷ, y, m, "
        "δ1, δ2, u.");
  CHECK(refused("a7").find("\"a7\" is not known") != std::string::npos);
  CHECK(refused("y log").find("needs something to apply to") != std::string::npos);
  CHECK(refused("[1, 2; 3]").find("same length") != std::string::npos);
  CHECK(refused("log ŷ·y").find("Put brackets") != std::string::npos);
  CHECK(refused("|ŷ - y").find("not closed") != std::string::npos);
  CHECK(refused("2 3").find("side by side") != std::string::npos);
  CHECK(refused("\\frac{1}").find("braces") != std::string::npos);
  CHECK(refused(("y" + std::string(1000, '+')).c_str()).find("longer") != std::string::npos);
  CHECK(refused(std::string(400, '(').c_str()).find("nested") != std::string::npos);
}

TEST_CASE("a formula is read back as it would be set") {
  CHECK(set("-diag(1[z2>0])") == "−diag(1[z2 > 0])");
  CHECK(set("(yhat-y)/m") == "(ŷ − y)/m");
  CHECK(set("W2' delta1 .* (z2>0)") == "W2ᵀ·δ1 ⊙ 1[z2 > 0]");
  CHECK(set("y log(yhat) + (1-y) log(1-yhat)") == "y·ln(ŷ) + (1 − y)·ln(1 − ŷ)");
  CHECK(set("log(1+sum_{j≠2} e^(u_j - u_2))") == "ln(1 + Σ_{i≠2} e^(u_i − u_2))");
  CHECK(set("0,5 a") == "0.5·a");
  CHECK(set("[1, m; 0, 2]") == "[1, m; 0, 2]");
}

TEST_CASE("what stands before an equation's sign is its label, and elementwise is heard") {
  const auto labels = [](const char* text) { return num::parse(text, symbols).formula->labels; };
  CHECK(labels("δ3 = ∂J/∂z₃ = ŷ - y") == std::vector<std::string>{"delta3", "dJ/dz3"});
  CHECK(num::plain_label("\\frac{\\partial J}{\\partial z_3}") == "dJ/dz3");
  CHECK(labels("1[y>=1]").empty());
  CHECK(labels("∂L/∂z3 = y − ŷ, so ∂J/∂z3 = (ŷ − y)/m") == std::vector<std::string>{"dJ/dz3"});
  CHECK(labels("(ŷ-y)/m = δ3") == std::vector<std::string>{"delta3"});
  CHECK(num::parse("y - ŷ = ŷ - y", symbols).formula->sides.size() == 1);
  CHECK(num::parse("-1[z2>0] ⊙", symbols).formula->elementwise);
  CHECK(num::parse("⊙ -1[z2>0]", symbols).formula->elementwise);
  CHECK(num::parse("-1[z2>0] (elementwise)", symbols).formula->elementwise);
  CHECK_FALSE(num::parse("-1[z2>0]", symbols).formula->elementwise);
}

TEST_CASE(
    "a name may stand for a function and its slope, and I for a matrix beside the indicator") {
  std::vector<num::Symbol> names = {{"z", 2, 1}, {"I", 2, 2}, {"g"}};
  names[1].meaning = "[1,0;0,1]";
  names[2].function = "tanh";
  const std::vector<num::Matrix> at = {{2, 1, {0.5, -0.5}}, {2, 2, {1, 0, 0, 1}}, {1, 1, {0}}};
  const auto entries = [&](const char* text) {
    const num::Parsed parsed = num::parse(text, names);
    CAPTURE(text);
    CAPTURE(parsed.fault.sentence);
    REQUIRE(parsed.formula);
    return num::evaluate(*parsed.formula, names, at).value.values;
  };
  CHECK(entries("g(z)") == entries("tanh(z)"));
  for (const char* slope : {"g'(z)", "g′(z)"}) CHECK(entries(slope) == entries("tanh'(z)"));
  CHECK(entries("-I") == std::vector<double>{-1, 0, 0, -1});
  CHECK(entries("I z") == entries("z"));
  for (const char* indicator : {"I[z>0]", "I(z>0)", "I{z>0}"})
    CHECK(entries(indicator) == std::vector<double>{1, 0});
}

TEST_CASE("sides are called by their names where people see other sizes") {
  const std::vector<num::Symbol> named = {
      {"W", 3, 4, -2, 2, false, "", {}, "", false, {"Dₐ", "D"}, false}, {"k", 7, 1}};
  CHECK(num::shape(num::Matrix::zero(3, 4)) == "3×4");
  CHECK(num::shape(num::Matrix::zero(3, 4), named) == "Dₐ×D");
  CHECK(num::shape(num::Matrix::zero(1, 3), named) == "1×Dₐ");
  CHECK(num::shape(num::Matrix::zero(7, 5), named) == "7×5");
  // A length with two names is none.
  std::vector<num::Symbol> square = {named[0]};
  square[0].rows = 4;
  CHECK(num::shape(num::Matrix::zero(4, 4), square) == "4×4");
}
