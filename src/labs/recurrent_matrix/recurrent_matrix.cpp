// What becomes of a gradient that goes back through the same matrix again and again?
#include <cmath>
#include <set>

#include "labs/all.h"
#include "labs/phrases.h"
#include "labs/recurrent_matrix/figures.h"
#include "num/elementary.h"

namespace laboratory::recurrent_matrix {
namespace {

constexpr const char* no_matrix = "there is no square matrix to study";

// A length by its natural logarithm; where a double cannot hold it, its decimal logarithm can.
void length(lab::Report& r, const std::string& key, const std::string& label, double log) {
  if (log > 709)
    r.undefined(key, label,
                "it is beyond what a double can hold: 10 to the power " + brief(decades(log)));
  else if (log < -708 && log != -HUGE_VAL)
    r.undefined(key, label,
                "it is below what a double can hold: 10 to the power " + brief(decades(log)));
  else
    r.real(key, label, num::exp(log));
}

void log_length(lab::Report& r, const std::string& key, const std::string& label, double decades) {
  if (decades == -HUGE_VAL)
    r.undefined(key, label, "the length is 0, which has no logarithm");
  else
    r.real(key, label, decades);
}

std::string after(int steps) { return " after " + std::to_string(steps) + " steps"; }

void report_lengths(const Study& s, lab::Report& r) {
  std::set<int> steps = {1, 5, 10, 20, 50, 100};
  steps.insert(s.params.T);
  const auto each = [&](const char* key, const char* label, const std::vector<double>& logs) {
    for (const int T : steps)
      length(r, key + std::to_string(T), label + after(T), logs[static_cast<std::size_t>(T)]);
  };
  each("norm.", s.linear() ? "‖Wᵏ‖" : "largest singular value of ∂h_T/∂h_0", s.way.course.largest);
  each("smallest.",
       s.linear() ? "smallest singular value of Wᵏ" : "smallest singular value of ∂h_T/∂h_0",
       s.way.course.smallest);
  if (s.followed_is_sound)
    each("gradient.", "length of the chosen gradient, 1 at the start,", s.followed.logs);
  else
    for (const int T : steps)
      r.undefined("gradient." + std::to_string(T), "length of the chosen gradient" + after(T),
                  "the given gradient is 0");
  log_length(r, "log10.norm", "log₁₀ of the longest after T steps", s.longest());
  log_length(r, "log10.smallest", "log₁₀ of the shortest after T steps", s.shortest());
  if (s.followed_is_sound)
    log_length(r, "log10.gradient", "log₁₀ of the chosen gradient after T steps", s.gradient());
  else
    r.undefined("log10.gradient", "log₁₀ of the chosen gradient after T steps",
                "the given gradient is 0");
  log_length(r, "log10.norm.50", "log₁₀ of the longest after 50 steps",
             without_rounding(decades(s.way.course.largest[50]), 50));
}

// Where all are real they are a list, else rows of real and imaginary part.
void report_eigenvalues(const Character& c, lab::Report& r) {
  std::vector<double> reals, moduli;
  lab::Matrix both{static_cast<int>(c.values.size()), 2, {}};
  bool real = true;
  for (const num::Complex& z : c.values) {
    reals.push_back(z.re), moduli.push_back(num::modulus(z));
    both.values.insert(both.values.end(), {z.re, z.im});
    real = real && z.im == 0;
  }
  if (real)
    r.list("eigenvalues", "eigenvalues of W", reals);
  else
    r.matrix("eigenvalues", "eigenvalues of W, real and imaginary parts", both);
  r.list("eigenvalue_moduli", "|λ| of the eigenvalues", moduli);
  r.real("spectral_radius", "spectral radius, the largest |λ|", c.radius());
  r.real("least_modulus", "the smallest |λ|", c.least());
}

void report_character(const Study& s, lab::Report& r) {
  const Character& c = s.character;
  r.matrix("matrix.used", "W, the matrix that is studied", {c.w.rows, c.w.cols, c.w.values});
  r.list("singular_values", "singular values of W", c.singular);
  report_eigenvalues(c, r);
  r.real("determinant", "determinant of W", c.determinant);
  r.word("verdict", "as T grows, by the eigenvalues",
         verdict_words[static_cast<std::size_t>(c.verdict)]);
  r.word("verdict.rule", "by the course's rule of singular values",
         verdict_words[static_cast<std::size_t>(rule_verdict(c))]);
  r.word("verdict.note", "what is special", c.note);
  r.real("henrici", "departure from normality, √(Σ Wᵢⱼ² − Σ|λ|²)", c.henrici);
  if (c.condition < 1e12)
    r.real("eigenvector_condition", "condition of the eigenvectors", c.condition);
  else
    r.undefined("eigenvector_condition", "condition of the eigenvectors",
                "W is defective: its eigenvectors do not span the space");
  const bool plane = c.values.back().im != 0;
  if (plane)
    r.undefined("vanishing_direction", "direction of the smallest |λ|",
                "the smallest |λ| is that of a pair, which has a plane and no direction");
  else
    r.list("vanishing_direction", "direction of the smallest |λ|",
           along_eigenvector(c, true).start);
  for (const Witness& w : court(c))
    r.word(std::string("court.") + w.key, std::string("what ") + w.name + " says",
           std::string(standing_words[static_cast<std::size_t>(w.standing)]) +
               (w.standing == Standing::silent
                    ? std::string()
                    : std::string(" that ") + claim_words[static_cast<std::size_t>(w.claim)]));
}

void report_precision(const Study& s, lab::Report& r) {
  const Computed& c = s.computed;
  const auto each = [&](const char* key, const char* name, const std::vector<double>& logs) {
    const double log = logs[s.steps()];
    const std::string label = std::string("vanishing direction after T steps, ") + name;
    if (std::isnan(log))
      r.undefined(std::string("vanishing.") + key, label, "a number on the way has overflowed");
    else
      length(r, std::string("vanishing.") + key, label, log);
  };
  each("exact", "exact", c.exact);
  each("double", "multiplied in double", c.doubles);
  each("float32", "multiplied in float32", c.floats);
  each("six_digits", "from its six digits", c.six_digits);
  const auto parts = [&](const char* key, const char* name, const std::vector<double>& logs) {
    const std::string label = std::string("step at which ") + name + " is off by a factor of 2";
    if (const auto at = parting(c.exact, logs))
      r.count(std::string("parting.") + key, label, *at);
    else
      r.undefined(std::string("parting.") + key, label, "it stays with the exact length");
  };
  parts("double", "double", c.doubles);
  parts("float32", "float32", c.floats);
  parts("six_digits", "a start of six digits", c.six_digits);
}

void report_point(const Study& s, lab::Report& r) {
  const Point p = point(s);
  r.real("pseudo.epsilon", "smallest singular value of zI − W", p.distance);
  r.real("transient.bound", "(|z| − 1)/ε, which some ‖Wᵏ‖ reaches; 0 where z promises none",
         p.bound);
  length(r, "transient.peak", "largest ‖Wᵏ‖ up to k = 500", p.peak * num::log(10));
  r.count("transient.peak_at", "k of the largest ‖Wᵏ‖ up to 500", p.peak_at);
}

void report_random(const Study& s, lab::Report& r) {
  int longer = 0;
  std::vector<double> lengths =
      random_lengths(s.way.steps, s.character.size(), s.params.T, s.params.seed);
  std::sort(lengths.begin(), lengths.end());
  for (const double l : lengths) longer += l > 0;
  r.count("random.longer", "of 100 random gradients, longer after T steps", longer);
  log_length(r, "random.log10.median", "log₁₀ of the median length of 100 random gradients",
             decades(lengths[lengths.size() / 2]));
}

void complain(const Study& s, lab::Report& r) {
  const Params& p = s.params;
  const Params initial;
  if (p.direction != Direction::given) return;
  if (!s.followed_is_sound)
    r.blame("dL", "A gradient of 0 stays 0. Give it an entry that is not 0.");
  else if (p.dL != initial.dL && static_cast<int>(p.dL.size()) != s.character.size())
    r.blame("dL", "The gradient has " + std::to_string(p.dL.size()) + " entries and W has " +
                      std::to_string(s.character.size()) +
                      " rows: missing entries are taken as 0, and surplus ones are left out.");
}

lab::Report solve(const Params& p, Memory& memory) {
  lab::Report r;
  const Source& from = source(p, memory);
  if (!from.square()) {
    r.blame(from.at_fault, from.fault);
    r.undefined("verdict", "as T grows, by the eigenvalues", no_matrix);
    return r;
  }
  const Study s = study(p, from, memory);
  complain(s, r);
  report_character(s, r);
  report_lengths(s, r);
  report_precision(s, r);
  report_point(s, r);
  report_random(s, r);
  draw(s, memory.drawings, r);
  return r;
}

}  // namespace

const lab::LabRow lab_row =
    lab::formula<Params, Memory, solve>("recurrent-matrix", "Gradients through a recurrent matrix");

}  // namespace laboratory::recurrent_matrix
