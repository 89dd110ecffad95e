// 2c-ii: does the gradient of a recurrent net with this matrix vanish, explode, or both?
#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "exercises/all.h"
#include "exercises/mistakes.h"
#include "exercises/recurrent_verdicts.h"
#include "lab/number.h"
#include "labs/all.h"
#include "labs/phrases.h"
#include "labs/recurrent_matrix/court.h"
#include "labs/recurrent_matrix/source.h"
#include "labs/recurrent_matrix/verdict.h"
#include "num/rng.h"

namespace exercises {
namespace {

using laboratory::brief;
using laboratory::recurrent_matrix::Character;
using laboratory::recurrent_matrix::Standing;
using laboratory::recurrent_matrix::Verdict;
using laboratory::recurrent_matrix::Witness;
using MatrixParams = laboratory::recurrent_matrix::Params;

// A matrix, and whether it is the paper's own.
struct MatrixQuestion {
  MatrixParams given;
  bool paper = true;
};

void follow_matrix(MatrixQuestion& q, const lab::Fields& fields) {
  q.given = lab::parameters<MatrixParams>(fields);
}

// None where the lab has no square matrix to study.
std::optional<Character> studied(const MatrixQuestion& q) {
  const laboratory::recurrent_matrix::Source from = laboratory::recurrent_matrix::source(q.given);
  if (!from.square()) return std::nullopt;
  return laboratory::recurrent_matrix::character(from.matrix);
}

double trace(const Character& c) {
  double sum = 0;
  for (int i = 0; i < c.size(); ++i) sum += c.w.at(i, i);
  return sum;
}

void add_common(const Character& c, exam::Number& number) {
  const double norm = num::norm(c.w.values);
  add_mistake(number, std::fabs(c.determinant),
              "You took |det W|, the product of all |λ|. One of them is asked for.");
  add_mistake(
      number, std::fabs(trace(c)),
      "You took the trace, the sum of the eigenvalues. The modulus of one of them is asked for.");
  add_mistake(
      number, norm,
      "You took the Frobenius norm, which sums the squares of all entries. Eigenvalues solve "
      "det(W − λI) = 0.");
  for (std::size_t k = 1; k + 1 < c.values.size(); ++k)
    add_mistake(number, num::modulus(c.values[k]),
                "You took |λ| of an eigenvalue in between. Order all of them by size.");
}

exam::Number radius(const Character& c) {
  exam::Number number{c.radius(), 5e-3, ""};
  add_mistake(
      number, c.singular.front(),
      "You took the largest singular value. It bounds what one step can do; that step turns the "
      "vector, so the next one meets another direction. In the limit the largest |λ| counts.");
  add_mistake(number, c.least(),
              "You took the smallest |λ|. The largest one decides what can explode.");
  add_mistake(number, c.singular.back(),
              "You took the smallest singular value. The question asks for the largest |λ|, the "
              "modulus of an eigenvalue.");
  add_common(c, number);
  return number;
}

exam::Number least(const Character& c) {
  exam::Number number{c.least(), 5e-3, ""};
  add_mistake(
      number, c.singular.back(),
      "You took the smallest singular value. Its direction shrinks by that in one step and is "
      "turned by it, so the next steps may lengthen it again. An eigenvector is not turned.");
  add_mistake(number, c.radius(),
              "You took the largest |λ|. The question asks for the smallest one.");
  add_mistake(number, c.singular.front(),
              "You took the largest singular value. The question asks for the smallest |λ|, the "
              "modulus of an eigenvalue.");
  add_common(c, number);
  return number;
}

exam::Form matrix_form(const MatrixQuestion& q) {
  const std::optional<Character> c = studied(q);
  if (!c) return {};
  const char* const praise =
      c->sides.creeping ? "No |λ| is above 1, and one that is 1 lacks an eigenvector: lengths grow "
                          "like a power of T."
      : c->verdict == Verdict::both
          ? "The largest |λ| is outside the unit circle, and the smallest inside."
      : c->verdict == Verdict::explodes ? "No |λ| is below 1, and the largest is above."
      : c->verdict == Verdict::vanishes ? "All |λ| are below 1."
                                        : "No |λ| is above 1, and not all are below.";
  return {{"verdict", "What becomes of the gradient as T → ∞?", recurrent_verdicts(*c), praise},
          {"radius", "spectral radius of W, the largest |λ|", radius(*c),
           "The longest gradient grows or shrinks by this factor a step in the long run.", q.paper},
          {"least", "smallest |λ| of W", least(*c),
           c->values.back().im == 0
               ? "Along its left eigenvector a gradient changes by this factor at every step."
               : "In the plane of its pair a gradient changes by this factor a step, on average.",
           q.paper}};
}

std::string list_words(const std::vector<double>& all) {
  std::string words;
  for (std::size_t i = 0; i < all.size(); ++i)
    words += (i == 0 ? "" : i + 1 < all.size() ? ", " : " and ") + brief(all[i]);
  return words;
}

std::string eigenvalue_words(const Character& c) {
  std::string words;
  for (std::size_t k = 0; k < c.values.size(); ++k) {
    const num::Complex z = c.values[k];
    if (z.im < 0) continue;
    words += (words.empty() ? "" : "; ") + brief(z.re) +
             (z.im > 0 ? " ± " + brief(z.im) + "i, of modulus " + brief(num::modulus(z)) : "");
  }
  return words;
}

exam::Facts matrix_facts(const MatrixQuestion& q) {
  constexpr const char* rules[] = {"vanishes", "explodes", "both", "neither"};
  const std::optional<Character> known = studied(q);
  const Character c = known ? *known : laboratory::recurrent_matrix::character({1, 1, {0}});
  const auto word = [&](Verdict v) { return rules[static_cast<std::size_t>(v)]; };
  const Verdict rule = laboratory::recurrent_matrix::rule_verdict(c);
  const bool pair = c.values.back().im != 0;
  exam::Facts facts;
  facts.flag("paper", q.paper);
  facts.word("truth", word(c.verdict), {std::begin(rules), std::end(rules)});
  facts.word("rule", word(rule), {std::begin(rules), std::end(rules)});
  facts.flag("plane", pair);
  facts.flag("special", !c.note.empty());
  facts.text("note", c.note);
  facts.matrix("given", {c.w.rows, c.w.cols, c.w.values});
  facts.text("singular", list_words(c.singular));
  facts.text("eigen", eigenvalue_words(c));
  facts.number("sigma.max", c.singular.front());
  facts.number("rho", c.radius());
  facts.number("slowest", c.least());
  facts.number("det", std::fabs(c.determinant));
  const Witness volume =
      laboratory::recurrent_matrix::court(c)[laboratory::recurrent_matrix::by_determinant];
  facts.word("volume",
             volume.standing == Standing::silent ? "kept"
             : volume.above                      ? "grows"
                                                 : "shrinks",
             {"grows", "shrinks", "kept"});
  return facts;
}

bool away_from_1(double x) { return std::fabs(x - 1) > 0.05; }

// A matrix for which the rule of singular values and the eigenvalues agree, and nothing is near 1.
bool clear(const Character& c, Verdict wanted) {
  if (c.verdict != wanted) return false;
  if (wanted == Verdict::neither) return true;
  return laboratory::recurrent_matrix::rule_verdict(c) == wanted && away_from_1(c.radius()) &&
         away_from_1(c.least()) && away_from_1(c.singular.front()) &&
         away_from_1(c.singular.back()) && c.least() > 0.05;
}

// Entries in steps of a tenth, spread so that the wanted verdict comes up often.
num::Matrix drawn_entries(num::Rng& rng, int n, Verdict wanted) {
  const double spread = wanted == Verdict::vanishes ? 0.5 : wanted == Verdict::explodes ? 1.8 : 1;
  num::Matrix m = num::Matrix::zero(n, n);
  for (double& x : m.values) x = std::round(10 * spread * rng.normal()) / 10;
  return m;
}

// Turns one plane by an angle whose sine and cosine are short decimals, and keeps or flips the
// rest.
num::Matrix drawn_turn(num::Rng& rng, int n) {
  constexpr double cosines[] = {0.6, 0.8, 0.28, 0.96};
  constexpr double sines[] = {0.8, 0.6, 0.96, 0.28};
  const int which = rng.below(4);
  const double c = cosines[which], s = (rng.below(2) ? 1 : -1) * sines[which];
  num::Matrix m = num::Matrix::zero(n, n);
  const int skipped = n == 3 ? rng.below(3) : -1;
  if (skipped >= 0) m.at(skipped, skipped) = rng.below(2) ? 1 : -1;
  const int i = skipped == 0 ? 1 : 0, j = n - 1 - (skipped == n - 1);
  m.at(i, i) = m.at(j, j) = c;
  m.at(i, j) = -s, m.at(j, i) = s;
  return m;
}

std::optional<MatrixQuestion> draw_matrix_question(num::Rng& rng, lab::Fields& fields) {
  constexpr Verdict wishes[] = {Verdict::vanishes, Verdict::vanishes, Verdict::explodes,
                                Verdict::explodes, Verdict::both,     Verdict::both,
                                Verdict::both,     Verdict::neither};
  constexpr int most_draws = 20000;
  const Verdict wanted = one_of(rng, wishes);
  const int n = 2 + rng.below(2);
  for (int attempt = 0; attempt < most_draws; ++attempt) {
    const num::Matrix m =
        wanted == Verdict::neither ? drawn_turn(rng, n) : drawn_entries(rng, n, wanted);
    if (!clear(laboratory::recurrent_matrix::character(m), wanted)) continue;
    fields.set("W", lab::text(lab::Matrix{m.rows, m.cols, m.values}));
    MatrixQuestion q{.paper = false};
    follow_matrix(q, fields);
    return q;
  }
  return std::nullopt;
}

exam::Prediction matrix_guess(const MatrixQuestion&) {
  constexpr double furthest = 40;
  return {
      "Gradients of length 1, in every direction, go 50 steps back through W. What power of ten "
      "do you think is the length of the longest? 3 means 1 000, −3 means 0.001.",
      {"sphere", "plane", "point", "growth", "court*", "precision"},
      {"norm.*", "smallest.*", "gradient.*", "log10.*", "random.*", "transient.*", "verdict*",
       "eigenvalue*", "spectral_radius", "least_modulus", "court.*", "vanishing*", "parting.*",
       "pseudo.*"},
      exam::Estimate{{"log10.norm.50"}, "", -furthest, furthest},
      "The first steps may go otherwise; in the long run each multiplies the longest gradient by "
      "the largest |λ| of W, on average."};
}

constexpr exam::Asking<MatrixQuestion> matrix_asking = {
    .lab = &laboratory::recurrent_matrix::lab_row,
    .draw = draw_matrix_question,
    .follow = follow_matrix,
    .form = matrix_form,
    .predict = matrix_guess,
    .facts = matrix_facts};

}  // namespace

const exam::Exercise gradient_limit = exam::exercise<matrix_asking>();

}  // namespace exercises
