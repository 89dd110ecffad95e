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

// Those of backpropagation through time: families with numbers, names that are computed, and a
// derivative by another name.
std::vector<num::Symbol> names_in_time() {
  std::vector<num::Symbol> names = {{"T", 1, 1, 3, 3, true}, {"Wh", 3, 3}, {"Wx", 3, 2}};
  for (const std::string t : {"1", "2", "3"}) {
    names.push_back({"x" + t, 2, 1});
    names.push_back({"a" + t, 3, 1});
    names.push_back({"h" + t, 3, 1, 0, 0, false, "tanh(a" + t + ")"});
    names.push_back({"D" + t, 3, 3, 0, 0, false, "diag(tanh'(a" + t + "))"});
  }
  names.push_back({"∇L", 3, 1});
  names.back().also = {"∂L/∂y", "∂L/∂h3", "∇yL"};
  names.push_back({"σ"});
  names.back().function = "tanh";
  return names;
}
const std::vector<num::Symbol> symbols_in_time = names_in_time();

const std::vector<std::string> leaves_in_time = {"Wh",
                                                 "W_h^\\top",
                                                 "D_t",
                                                 "D_{t+1}",
                                                 "D3",
                                                 "D_T",
                                                 "x_t",
                                                 "x_{t}^\\top",
                                                 "x1'",
                                                 "h_{t-1}",
                                                 "a3",
                                                 "∇L",
                                                 "\\nabla_y L",
                                                 "∂L/∂y",
                                                 "dL/dy",
                                                 "σ'(a_t)",
                                                 "\\sigma'(a_\\tau)",
                                                 "D_τ",
                                                 "h2",
                                                 "T",
                                                 "2",
                                                 "\\frac{\\partial L}{\\partial h_3}",
                                                 "Whᵀ",
                                                 "Wh.T",
                                                 "δ3",
                                                 "x_T",
                                                 "(1 - h_t^2)",
                                                 "J_τ"};
const std::vector<std::string> dialects_in_time = {"Σ_{t=1}^T ?",
                                                   "\\sum_{t=1}^{3} ?",
                                                   "(∏_{τ=t+1}^T ?)",
                                                   "\\prod_{\\tau=T}^{t+1} ?",
                                                   "Σ_t ?",
                                                   "∏_{τ>t} ?",
                                                   "Σ_{s=1}^T Σ_{t=1}^s ?",
                                                   "np.outer(?, ?)",
                                                   "diag(?)",
                                                   "(?)ᵀ",
                                                   "\\left(?\\right)^\\top",
                                                   "‖?‖_2^2",
                                                   "? ⊗ ?",
                                                   "tanh(?)"};

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

// What formulas are made of.
struct Language {
  const std::vector<std::string>&leaves, &dialects;
};

std::string formula(num::Rng& rng, const Language& of, int depth) {
  const int die = depth == 0 ? 0 : rng.below(10);
  if (die < 2) return any(rng, of.leaves);
  // Two draws in one expression would have no order.
  const std::string left = formula(rng, of, depth - 1);
  if (die < 6) {
    const std::string& sign = any(rng, signs);
    return left + sign + formula(rng, of, depth - 1);
  }
  if (die == 6) return any(rng, functions) + "(" + left + ")";
  if (die == 7) return "(" + left + ")" + (rng.below(3) == 0 ? "ᵀ" : "");
  if (die == 8 && rng.below(3) > 0) {
    std::string text;
    for (const char c : any(rng, of.dialects))
      text += c == '?' ? formula(rng, of, depth - 1) : std::string(1, c);
    return text;
  }
  if (die == 8) return "1[" + left + ">" + formula(rng, of, depth - 1) + "]";
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
double timed(const std::string& text, const std::vector<num::Symbol>& symbols,
             const num::Formula& reference, const std::vector<num::Point>& points,
             Outcome& outcome) {
  const double before = seconds();
  const num::Parsed parsed = num::parse(text, symbols);
  REQUIRE(parsed.formula.has_value() == parsed.fault.sentence.empty());
  REQUIRE((parsed.formula || parsed.fault.at <= std::max<std::size_t>(text.size(), 1000)));
  if (!parsed.formula) return seconds() - before;
  const num::Comparison c = num::compare(*parsed.formula, reference, symbols, points);
  outcome = {true,
             c.agreement == num::Agreement::different || c.agreement == num::Agreement::transposed};
  if (outcome.different) num::diagnose(*parsed.formula, reference, symbols, points);
  REQUIRE(!num::text(*parsed.formula, symbols).empty());
  return seconds() - before;
}

double seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

}  // namespace

// As many as two seconds of processor time allow, up to 100 000; EXAMLAB_FUZZ sets another number
// and lifts the limit of time.
TEST_CASE("random formulas are read, compared and diagnosed in no more than 50 ms each") {
  const char* wish = std::getenv("EXAMLAB_FUZZ");
  const int rounds = wish ? std::atoi(wish) : 100000;
  struct Asked {
    const std::vector<num::Symbol>& symbols;
    Language language;
    num::Formula reference;
    std::vector<num::Point> points;
  };
  std::vector<Asked> all;
  const auto ask = [&all](const auto& symbols, Language language, const char* text) {
    num::Formula reference = *num::parse(text, symbols).formula;
    std::vector<num::Point> points = num::sample(symbols, reference, 7);
    all.push_back({symbols, language, std::move(reference), std::move(points)});
  };
  for (const char* text : {"(ŷ - y)/m", "-diag(1[z2>0])", "W2", "V δ1 ⊙ relu'(δ2)"})
    ask(known_symbols, {leaves, dialects}, text);
  for (const char* text : {"Σ_{t=1}^T D_t (∏_{τ=t+1}^T Whᵀ D_τ) ∇L x_tᵀ", "D2 Whᵀ D3 ∇L"})
    ask(symbols_in_time, {leaves_in_time, dialects_in_time}, text);
  num::Rng rng(3, 1);
  double slowest = 0;
  std::string slowest_text;
  int round = 0, read = 0, different = 0;
  const double start = seconds();
  for (; round < rounds && (wish || seconds() - start < 2); ++round) {
    const Asked& asked = all[static_cast<std::size_t>(round) % all.size()];
    std::string text = formula(rng, asked.language, 1 + rng.below(6));
    if (rng.below(2) == 0)
      for (int edits = 1 + rng.below(5); edits > 0; --edits) mutate(rng, text);
    CAPTURE(text);
    Outcome outcome;
    const auto tried = [&] {
      return timed(text, asked.symbols, asked.reference, asked.points, outcome);
    };
    double taken = tried();
    // A slow one is tried again: the clock also counts what the machine does beside.
    for (int again = 0; again < 4 && taken > 0.01; ++again) taken = std::min(taken, tried());
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
