#include "num/dialect.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "num/algebra.h"

namespace {

const std::vector<num::Symbol> dialect_symbols = {{"W2", 1, 3}, {"a", 3, 1}, {"z1", 3, 1},
                                                  {"z2", 3, 1}, {"ŷ", 1, 1}, {"y", 1, 1},
                                                  {"m", 1, 1},  {"K", 1, 1}};

std::string in_dialect(const char* text) {
  const num::Parsed parsed = num::parse(text, dialect_symbols);
  return parsed.formula ? num::text(*parsed.formula, dialect_symbols)
                        : "! " + parsed.fault.sentence;
}

}  // namespace

TEST_CASE("a difference over a number has one value in every dialect") {
  for (const char* text : {"(ŷ - y)/m",
                           "(y \u0302 - y)/m",
                           "〖(ŷ - y)〗/m",
                           "(yhat minus y) over m",
                           "(y hat minus y) divided by m",
                           "np.divide(yhat - y, m)",
                           "np.subtract(yhat, y)/m",
                           "torch.div(yhat - y, m)",
                           "(yhat - y).div(m)",
                           "yhat.sub(y)/m",
                           "(ŷ - y) : m",
                           "(y_pred - y_true)/m",
                           "\\left.\\frac{\\hat{y} - y}{m}\\right.",
                           "\\boxed{\\frac{\\hat y-y}m}",
                           "\\begin{align*} \\delta_1 &= \\frac{\\hat{y}-y}{m} \\end{align*}",
                           "δ1 is (ŷ - y)/m",
                           "I think it's (ŷ - y)/m",
                           "(ŷ - y)/m because J is a mean",
                           "(yhat - y)/m  # one example",
                           "Divide[yhat - y, m]",
                           "δ1 <- (ŷ - y)/m",
                           "delta1 = (yhat - y)/m;"})
    CHECK_MESSAGE(in_dialect(text) == "(ŷ − y)/m", text);
  CHECK(in_dialect("minus y over m") == "−y/m");
  CHECK(in_dialect("one over m times y") == "1/m·y");
}

TEST_CASE("a transpose has many names, and so has the number of a layer") {
  for (const char* text :
       {"W2ᵀ", "W2.'", "W2.T", "W2.t()", "W2 transposed", "W2 (transposed)", "the transpose of W2",
        "W2 transpose", "t(W2)", "Transpose[W2]", "np.swapaxes(W2, 0, 1)", "W^{[2]T}",
        "W^{[2]\\top}", "W^{[2]^T}", "W^{(2)T}", "W^{2T}", "W[2]^T", "{W^{[2]}}^\\top", "W₂⊺"}) {
    const std::string read = in_dialect(text);
    CHECK_MESSAGE((read == "W2ᵀ" || read == "transpose(W2)"), text << " -> " << read);
  }
  for (const char* text : {"W^{[2]}", "W^[2]", "W [2]", "W^2", "W⁽²⁾"})
    CHECK_MESSAGE(in_dialect(text) == "W2", text);
}

TEST_CASE("values with conditions are one formula in words, programs, LaTeX and Word") {
  for (const char* text :
       {"where(z2>0, 1, 0)", "np.where(z2 > 0, 1, 0)", "1 if z2 > 0 else 0", "(1 if z2>0, else 0)",
        "1 if z2 > 0, 0 otherwise", "if z2 > 0: 1 else: 0", "if z2 > 0 then 1 else 0",
        "z2 > 0 ? 1 : 0", "ifelse(z2>0, 1, 0)", "If[z2 > 0, 1, 0]", "IF(z2>0; 1; 0)",
        "\\begin{cases}1 & z_2>0\\\\0 & \\text{otherwise}\\end{cases}",
        "\\begin{cases} 1, & \\text{if } z_2 > 0 \\\\ 0, & \\text{else} \\end{cases}",
        "1 if z2 is greater than 0 else 0", "{█(1&z_2>0@0&otherwise)┤"})
    CHECK_MESSAGE(in_dialect(text) == "1[z2 > 0] ⊙ 1 + (1 − 1[z2 > 0]) ⊙ 0", text);
  CHECK(in_dialect("1 for z2>0, 0 for z2<=0") == "1[z2 > 0] ⊙ 1 + 1[z2 ≤ 0] ⊙ 0");
  CHECK(in_dialect("-1 if z1>0 else 1 if z2>0 else 0") ==
        "1[z1 > 0] ⊙ (−1) + (1 − 1[z1 > 0]) ⊙ (1[z2 > 0] ⊙ 1 + (1 − 1[z2 > 0]) ⊙ 0)");
  CHECK(in_dialect("1 if z2 > 0").starts_with("! "));
  CHECK(in_dialect("1 if z2 else 0").starts_with("! "));
}

TEST_CASE("conversions and names of slopes in programs say nothing more") {
  for (const char* text :
       {"z2 > 0", "double(z2>0)", "(z2>0).float()", "(z2 > 0).astype(np.float32)", "z2.gt(0)",
        "np.greater(z2, 0)", "z2 .> 0", "z2 greater than 0"})
    CHECK_MESSAGE(in_dialect((std::string("diag(") + text + ")").c_str()) == "diag(1[z2 > 0])",
                  text);
  for (const char* text : {"relu'(z2)", "drelu(z2)", "relu_prime(z2)", "relu_grad(z2)",
                           "ReLU_derivative(z2)", "\\operatorname{ReLU}^{\\prime}(z_2)"})
    CHECK_MESSAGE(in_dialect(text) == "relu'(z2)", text);
  CHECK(in_dialect("expit(y)") == "sigmoid(y)");
  CHECK(in_dialect("y.sigmoid()") == "sigmoid(y)");
  CHECK(in_dialect("np.eye(3) * (z2 > 0)") == "diag(1[z2 > 0])");
  CHECK(in_dialect("np.logaddexp(0, y)") == "ln(exp(0) + exp(y))");
  CHECK(in_dialect("np.sum(a, axis=0)") == "sum(a)");
}

TEST_CASE("logarithms in words have their bases before or behind what they are of") {
  CHECK(in_dialect("log of (1 + y)") == "ln(1 + y)");
  CHECK(in_dialect("natural logarithm of y") == "ln(y)");
  for (const char* text :
       {"log base 2 of y", "log to the base two of y", "log-base-2 of y", "log (base 2) of y",
        "log, base 2, of y", "base-2 log of y", "log y (base 2)", "log(y) to base 2",
        "log of y in base 2", "binary log of y", "Logarithmus von y zur Basis 2"})
    CHECK_MESSAGE(in_dialect(text) == "log2(y)", text);
  CHECK(in_dialect("log base m of y") == "ln(y)/ln(m)");
  CHECK(in_dialect("log(m) log(y) (base 2)") == "ln(m)·log2(y)");
  CHECK(in_dialect("log of y + m").find("does log apply to what follows, too?") !=
        std::string::npos);
}

TEST_CASE("sums are said in words, before what is summed or behind it") {
  for (const char* text :
       {"sum over k = 1 to 3 of k y", "the sum from k=1 to 3 of k y", "sum (over k = 1..3) of k y",
        "k y summed over k=1 to 3", "Σ for k from 1 to 3 of k y", "\\sum_{k=1}^{3} k y"})
    CHECK_MESSAGE(in_dialect(text) == "Σ_{i=1}^3 i·y", text);
  CHECK(in_dialect("1 + exp(y) summed over the rivals, plus m").find("Σ") == std::string::npos);
  CHECK(in_dialect("Σ_{k=1, k≠2}^{3} k y") == "Σ_{i=1, i≠2}^3 i·y");
}

TEST_CASE("sum and mean of a formula take several values") {
  CHECK(in_dialect("mean(y, m, K)") == "mean([y, m, K])");
  CHECK(in_dialect("max(0, y)") == "max(0, y)");
  CHECK(in_dialect("max(0, y, m)") == "max([0, y, m])");
  CHECK(in_dialect("sum(W2, 1)").find("an axis, or one of the values?") != std::string::npos);
}

TEST_CASE("words that leave open how far they reach are asked about") {
  CHECK(in_dialect("yhat minus y over m") ==
        "! At character 14: in words it stays open how far “over” reaches. Put brackets round what "
        "belongs together.");
  CHECK(in_dialect("y times yhat minus m").find("“times”") != std::string::npos);
}

TEST_CASE("a colon names where a name stands before it, and divides elsewhere") {
  CHECK(in_dialect("y : m") == "y/m");
  CHECK(in_dialect("answer: y") == "y");
  CHECK(in_dialect("δ1: y") == "y");
  CHECK(in_dialect("(ŷ − y) : (2 m)") == "(ŷ − y)/(2·m)");
}
