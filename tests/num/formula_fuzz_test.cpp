#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "num/diagnosis.h"
#include "num/rng.h"

namespace {

const std::vector<num::Symbol> known_symbols = {{"W1", 5, 4},
                                                {"W2", 1, 5},
                                                {"z2", 5, 1},
                                                {"a2", 5, 1, 0, 0, false, "relu(z2)"},
                                                {"x", 4, 1},
                                                {"ŷ", 1, 1, 0.05, 0.95},
                                                {"y", 1, 1, 0, 1, true},
                                                {"m", 1, 1, 2, 9, true},
                                                {"V", 12, 12},
                                                {"δ1", 12, 1},
                                                {"δ2", 12, 1}};

const std::vector<std::string> leaves = {"W1",          "W2",
                                         "z2",          "a2",
                                         "x",           "ŷ",
                                         "y",           "m",
                                         "V",           "δ_1",
                                         "2",           "0.5",
                                         "W₂",          "1e3",
                                         "yhat",        "e",
                                         "pi",          "q",
                                         "δ1",          "-3",
                                         "1e-9",        "\\hat y",
                                         "W_2^{\\top}", "W^{[2]T}",
                                         "y \u0302",    "\\mathbf{W}_{1}",
                                         "z_2^{(i)}",   "W2.T",
                                         "y_pred",      "W2 transposed",
                                         "one",         "\\boldsymbol{\\delta}_1"};
const std::vector<std::string> functions = {"exp", "log",     "ln",   "sqrt", "abs",      "max",
                                            "sum", "mean",    "norm", "tanh", "relu",     "sigmoid",
                                            "σ'",  "softmax", "diag", "log2", "transpose"};
const std::vector<std::string> signs = {"+",      "-",
                                        "*",      "/",
                                        "^",      " ",
                                        "⊙",      ".*",
                                        "·",      ".^",
                                        "−",      " minus ",
                                        " plus ", " times ",
                                        " @ ",    " over ",
                                        " : ",    "\\odot ",
                                        "\\cdot", "\\times ",
                                        " ∘ ",    " divided by ",
                                        " = ",    " elementwise "};
// With one or two formulas in place of "?".
const std::vector<std::string> dialects = {
    "\\frac{?}{?}",
    "\\dfrac?m",
    "{? \\over ?}",
    "\\left(?\\right)",
    "\\operatorname{diag}(?)",
    "\\mathbb{1}[?>?]",
    "\\mathbf{1}_{\\{?>0\\}}",
    "1_{?>0}",
    "\\mathbb{I}(?)",
    "np.diag(?)",
    "np.where(?>0, ?, 0)",
    "torch.where(?>0,1,0)",
    "np.divide(?, ?)",
    "np.multiply(?,?)",
    "np.logaddexp(?, ?)",
    "np.dot(?, ?)",
    "(?).sub(?)",
    "(?).sigmoid()",
    "(?>0).float()",
    "double(?>0)",
    "np.eye(5) * ?",
    "Log[?]",
    "If[?>0, ?, 0]",
    "(? if ?>0 else 0)",
    "(?>0 ? 1 : ?)",
    "(? if ?>0, 0 otherwise)",
    "(? for ?>0, 1 for ?<=0)",
    "\\begin{cases}? & ?>0\\\\ 0 & \\text{otherwise}\\end{cases}",
    "\\begin{bmatrix}? & ?\\end{bmatrix}",
    "\\boxed{?}",
    "█(?&?>0@0&?≤0)",
    "〖?〗",
    "the transpose of ?",
    "log of (?)",
    "relu_prime(?)",
    "ŷ is ?",
    "? because ?",
    "*?*",
    "`?`"};
const std::vector<std::string> noise = {"(",          ")",       "[",        "]",
                                        "{",          "}",       ",",        ";",
                                        "|",          "‖",       "_",        "'",
                                        "ᵀ",          "^T",      "\\frac",   "=",
                                        "<",          ">",       "\\",       "$",
                                        ".",          "1[",      "Σ_i",      "sum_{j≠2}",
                                        "\xe2",       "\xff",    "^^",       "e",
                                        "9",          "²",       "⁻¹",       "\n",
                                        "ⱼ",          "!=",      "1,000",    "x10^",
                                        "10-9",       " e-",     "log_",     "log(2,3)",
                                        "&gt;",       "⁽ⁱ⁾",     "𝟙",        "𝑊",
                                        "½",          "np.",     "\u200b",   "`",
                                        "**",         "〖",      "\\begin{", "\\end{cases}",
                                        "cases}",     "&",       "\\\\",     " # ",
                                        " % ",        " // ",    " if ",     " else ",
                                        " otherwise", "?",       ":",        ".T",
                                        "@",          ".sub(",   "\\boxed{", "<sub>",
                                        "</sub>",     "█(",      "┤",        " transpose ",
                                        " of ",       "where(",  "\\left",   "\\right.",
                                        "\\mathrm",   "\\text{", " is ",     "^{[",
                                        "]T}",        "\u0302",  "\\over",   ".T.T",
                                        "(((",        "else",    "\\hat{",   "'",
                                        "Δ",          "«"};

template <class T>
const T& any(num::Rng& rng, const std::vector<T>& from) {
  return from[static_cast<std::size_t>(rng.below(static_cast<int>(from.size())))];
}

std::string formula(num::Rng& rng, int depth) {
  const int die = depth == 0 ? 0 : rng.below(10);
  if (die < 2) return any(rng, leaves);
  // Two draws in one expression would have no order.
  const std::string left = formula(rng, depth - 1);
  if (die < 6) {
    const std::string& sign = any(rng, signs);
    return left + sign + formula(rng, depth - 1);
  }
  if (die == 6) return any(rng, functions) + "(" + left + ")";
  if (die == 7) return "(" + left + ")" + (rng.below(3) == 0 ? "ᵀ" : "");
  if (die == 8 && rng.below(3) > 0) {
    std::string text;
    for (const char c : any(rng, dialects))
      text += c == '?' ? formula(rng, depth - 1) : std::string(1, c);
    return text;
  }
  if (die == 8) return "1[" + left + ">" + formula(rng, depth - 1) + "]";
  return "Σ_i " + left + " z2_i";
}

void mutate(num::Rng& rng, std::string& text) {
  const auto at = static_cast<std::size_t>(rng.below(static_cast<int>(text.size()) + 1));
  const int kind = rng.below(4);
  if (kind < 2) text.insert(at, any(rng, noise));
  if (kind == 2) text.erase(at, static_cast<std::size_t>(1 + rng.below(4)));
  if (kind == 3 && text.size() < 400) text += text;
}

struct Outcome {
  bool read = false, different = false;
};

double seconds();

// Reads, compares, diagnoses and writes; returns the seconds that took.
double timed(const std::string& text, const num::Formula& reference,
             const std::vector<num::Point>& points, Outcome& outcome) {
  const double before = seconds();
  const num::Parsed parsed = num::parse(text, known_symbols);
  REQUIRE(parsed.formula.has_value() == parsed.fault.sentence.empty());
  REQUIRE((parsed.formula || parsed.fault.at <= std::max<std::size_t>(text.size(), 1000)));
  if (!parsed.formula) return seconds() - before;
  const num::Comparison c = num::compare(*parsed.formula, reference, known_symbols, points);
  outcome = {true,
             c.agreement == num::Agreement::different || c.agreement == num::Agreement::transposed};
  if (outcome.different) num::diagnose(*parsed.formula, reference, known_symbols, points);
  REQUIRE(!num::text(*parsed.formula, known_symbols).empty());
  return seconds() - before;
}

double seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

}  // namespace

// As many as two seconds of processor time allow, up to 100 000; EXAMLAB_FUZZ sets another number
// and lifts the limit of time.
TEST_CASE("random formulas are read, compared and diagnosed in no more than 50 ms each") {
  const char* wish = std::getenv("EXAMLAB_FUZZ");
  const int rounds = wish ? std::atoi(wish) : 100000;
  std::vector<num::Formula> references;
  std::vector<std::vector<num::Point>> points;
  for (const char* text : {"(ŷ - y)/m", "-diag(1[z2>0])", "W2", "V δ1 ⊙ relu'(δ2)"}) {
    references.push_back(*num::parse(text, known_symbols).formula);
    points.push_back(num::sample(known_symbols, references.back(), 7));
  }
  num::Rng rng(3, 1);
  double slowest = 0;
  std::string slowest_text;
  int round = 0, read = 0, different = 0;
  const double start = seconds();
  for (; round < rounds && (wish || seconds() - start < 2); ++round) {
    std::string text = formula(rng, 1 + rng.below(6));
    if (rng.below(2) == 0)
      for (int edits = 1 + rng.below(5); edits > 0; --edits) mutate(rng, text);
    const auto k = static_cast<std::size_t>(round % 4);
    CAPTURE(text);
    Outcome outcome;
    double taken = timed(text, references[k], points[k], outcome);
    // A slow one is tried again: the clock also counts what the machine does beside.
    for (int again = 0; again < 4 && taken > 0.01; ++again)
      taken = std::min(taken, timed(text, references[k], points[k], outcome));
    read += outcome.read;
    different += outcome.different;
    if (taken > slowest) slowest_text = text;
    slowest = std::max(slowest, taken);
  }
  MESSAGE(round << " formulas, " << read << " read, " << different << " computed and different; "
                << 1000 * slowest << " ms at most, for " << slowest_text);
  CHECK(round >= 1000);
  CHECK(read > round / 5);
  CHECK(slowest < 0.05);
}
