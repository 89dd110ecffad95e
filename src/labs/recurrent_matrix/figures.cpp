#include "labs/recurrent_matrix/figures.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "lab/digits.h"
#include "labs/curves.h"
#include "labs/phrases.h"
#include "labs/recurrent_matrix/plane.h"
#include "labs/recurrent_matrix/sphere.h"
#include "num/elementary.h"

namespace laboratory::recurrent_matrix {
namespace {

using lab::Role;

std::string step_words(int steps) { return lab::counted(steps, "step", "steps") + " back"; }

// A matrix that is not the person's own is named, lest it be taken for the question's.
const char* through(Origin origin) {
  switch (origin) {
    case Origin::own:
      return "";
    case Origin::shear:
      return " through a shear";
    case Origin::swap:
      return " through a swap";
    case Origin::rotation:
      return " through a rotation";
    case Origin::jordan:
      return " through a Jordan block";
    case Origin::random:
      return " through a random matrix";
    case Origin::calm:
    case Origin::wild:
      break;
  }
  return " through a matrix that was found";
}

const char* verdict_sentence(const Character& c) {
  // Where an eigenvalue lies on the circle, a note says what is special.
  if (c.verdict == Verdict::explodes && !c.note.empty())
    return "As T grows, gradients explode, but for some that keep their length.";
  switch (c.verdict) {
    case Verdict::vanishes:
      return "As T grows, every gradient vanishes.";
    case Verdict::explodes:
      return "As T grows, every gradient explodes.";
    case Verdict::both:
      return "As T grows, gradients explode, but vanish along special directions.";
    case Verdict::neither:
      break;
  }
  return "As T grows, no gradient explodes, and not all vanish.";
}

void draw_sphere(const Study& s, lab::Report& r) {
  const int n = s.character.size();
  const std::string title = "Gradients of length 1, " + step_words(s.params.T) +
                            through(s.params.origin) +
                            (n > 3 ? ": the first three of " + brief(n) + " entries" : "");
  std::string alt = "The longest is " + by_decades(s.longest()) + " long, the shortest " +
                    by_decades(s.shortest()) + "; rescaled, they fill " + form_of(s) +
                    (s.params.T > 0 && n > 2 ? ", at T = 0 a ball. " : ". ");
  alt += s.linear() ? verdict_sentence(s.character)
                    : "The slopes of tanh are at most 1, so that only W can lengthen a gradient.";
  r.figure("sphere", title, alt, sphere(s)).room = lab::Room::story;
}

void draw_matrix(const Study& s, lab::Report& r) {
  const Params& p = s.params;
  const num::Matrix& w = s.character.w;
  std::string title = "W: departure from normality " + brief(s.character.henrici);
  if (!p.eigenvalues.empty()) title += ", eigenvalues moved";
  if (p.normal > 0) title += ", " + percent(p.normal, 3) + " of the way to its normal part";
  const std::string alt =
      "W has " + sides(w.rows, w.cols) +
      " entries, which can be dragged; its largest singular value is " +
      brief(s.character.singular.front()) + "." +
      (s.source.tries > 0 ? " It is the first that was found, after " +
                                lab::counted(s.source.tries, "draw", "draws") + "."
                          : std::string());
  r.figure("matrix", title, alt,
           lab::Blocks{{{"W", Role::weight, {w.rows, w.cols, w.values}, {}, "W", "", "", ""}}})
      .tab = tabs::eigenvalues;
}

// From the logarithms of a course, over the steps that are shown.
lab::Curve course(const char* name, Role role, const std::vector<double>& logs, int last,
                  bool dashed = false) {
  lab::Curve curve = blank_curve(name, role, dashed);
  for (int k = 0; k <= last; ++k) {
    const double y = without_rounding(decades(logs[static_cast<std::size_t>(k)]), k);
    add_point(curve, k, std::isfinite(y) ? y : std::nan(""));
  }
  return curve;
}

// The axis does not move while T runs over it.
int last_step(int T) { return T <= 100 ? 100 : most_steps; }

// What the course's rule would allow: between the T-th powers of the extreme singular values. One
// of 0 allows any length below; then the band goes far down.
lab::Curve rule_band(const Character& c, int last) {
  lab::Curve curve = blank_curve("by singular values", Role::neutral, true);
  const double high = num::log10(c.singular.front());
  const double low = num::log10(c.singular.back());
  for (int k = 0; k <= last; ++k) {
    add_point(curve, k, std::isfinite(high) ? k * high : std::nan(""));
    add_band(curve, std::isfinite(low) ? k * low : k * high - 20, k * high);
  }
  return curve;
}

void draw_growth(const Study& s, lab::Report& r) {
  const int last = last_step(s.params.T);
  lab::Lines lines;
  lines.x = {"steps back", 0, static_cast<double>(last), false};
  lines.y = {"log₁₀ of the length", 0, 0, false};
  if (s.linear()) lines.curves.push_back(rule_band(s.character, last));
  lines.curves.push_back(course("longest", Role::activation, s.way.course.largest, last));
  lines.curves.push_back(course("shortest", Role::weight, s.way.course.smallest, last));
  if (s.followed_is_sound)
    lines.curves.push_back(course("∇L", Role::gradient, s.followed.logs, last));
  lines.rules.push_back({"length 1", 0, false, Role::target});
  lines.handle = {"T", static_cast<double>(s.params.T)};
  const std::string alt =
      "After " + step_words(s.params.T) + " the longest of all gradients is " +
      by_decades(s.longest()) + " long, the shortest " + by_decades(s.shortest()) +
      (s.followed_is_sound ? " and the chosen one " + by_decades(s.gradient()) : std::string()) +
      (s.linear() ? "; singular values alone would allow " +
                        by_decades(s.params.T * num::log10(s.character.singular.front())) + "."
                  : ".");
  r.figure("growth", "How long gradients of length 1 become", alt, std::move(lines)).tab =
      tabs::growth;
}

std::string sentence(const Witness& w) {
  const std::string value = std::string(w.name) + " = " + brief(w.value);
  if (w.standing == Standing::silent)
    return value + (brief(w.value) == "1" ? ": silent, it is 1."
                                          : ": silent, rounding alone may part it from 1.");
  const std::string says = w.standing == Standing::proves ? " proves that " : " suggests that ";
  return value + (w.above ? " > 1" : " < 1") + says +
         claim_words[static_cast<std::size_t>(w.claim)] +
         (w.standing == Standing::proves ? "."
          : w.holds                      ? ", and so it is."
                                         : ", which is not so.");
}

void draw_court(const Study& s, lab::Report& r) {
  const std::array<Witness, 5> all = court(s.character);
  lab::Bars bars;
  bars.x = {"rule", 0, 0, false};
  bars.y = {"what is compared with 1", 0, 0, false};
  bars.rules.push_back({"1", 1, false, Role::target});
  lab::Working words;
  int proofs = 0, suggestions = 0, wrong = 0;
  for (const Witness& w : all) {
    bars.names.push_back(w.name);
    bars.heights.push_back(static_cast<float>(w.value));
    bars.roles.push_back(!w.holds                           ? Role::gradient
                         : w.standing == Standing::proves   ? Role::weight
                         : w.standing == Standing::suggests ? Role::activation
                                                            : Role::neutral);
    bars.notes.push_back(brief(w.value) + " " +
                         standing_words[static_cast<std::size_t>(w.standing)]);
    words.lines.push_back(sentence(w));
    proofs += w.standing == Standing::proves;
    suggestions += w.standing == Standing::suggests;
    wrong += !w.holds;
  }
  if (!s.character.note.empty()) words.lines.push_back(s.character.note);
  const std::string suggested = suggestions == 0 ? ""
                                : wrong == 0     ? "; what is suggested is so"
                                : wrong == 1     ? "; one suggests what is not so"
                                                 : "; " + brief(wrong) + " suggest what is not so";
  const std::string alt =
      "Of this matrix " +
      share_of(proofs, static_cast<int>(all.size()), "rules", "proves", "prove") +
      (proofs == 0 ? " anything" : " something") + suggested + ".";
  r.figure("court",
           s.linear() ? "What each rule says of this matrix"
                      : "What each rule says of this matrix, were there no tanh",
           alt, std::move(bars))
      .tab = tabs::rules;
  r.figure("court-words", "In words", words.lines.front(), words).tab = tabs::rules;
}

std::string parting_words(const Computed& c, const std::vector<double>& other, const char* name) {
  const auto at = parting(c.exact, other);
  return std::string(name) + (at ? " parts from it at step " + brief(*at)
                                 : " stays with it for " + brief(most_steps) + " steps");
}

void draw_precision(const Study& s, lab::Report& r) {
  const Computed& c = s.computed;
  const int last = last_step(s.params.T);
  lab::Lines lines;
  lines.x = {"steps back", 0, static_cast<double>(last), false};
  lines.y = {"log₁₀ of the length", 0, 0, false};
  lines.curves = {course("exact", Role::target, c.exact, last),
                  course("double", Role::prediction, c.doubles, last, true),
                  course("float32", Role::activation, c.floats, last, true),
                  course("six digits", Role::gradient, c.six_digits, last, true)};
  lines.handle = {"T", static_cast<double>(s.params.T)};
  const Character& of = s.character;
  const bool pair = of.values.back().im != 0;
  const std::string alt = (pair ? "In the plane of the smallest |λ|, "
                                : "Along the eigenvector of the smallest |λ|, ") +
                          brief(of.least()) +
                          ", the exact length through W is that to the power of the steps" +
                          (pair ? ", on average; " : "; ") + parting_words(c, c.floats, "float32") +
                          ", " + parting_words(c, c.doubles, "double") + ".";
  r.figure("precision", "The same direction, multiplied in float32 and in double", alt,
           std::move(lines))
      .tab = tabs::precision;
}

}  // namespace

void draw(const Study& s, lab::Drawings& drawings, lab::Report& report) {
  const Params& p = s.params;
  const lab::Dependence& matrix = s.on_matrix;
  const lab::Dependence way = lab::on(s.on_way, p.T, p.direction, p.dL);
  drawings.draw(report, "sphere", lab::on(way, p.origin),
                [&](lab::Report& r) { draw_sphere(s, r); });
  drawings.draw(report, "matrix", lab::on(matrix, p.normal, p.eigenvalues, s.source.tries),
                [&](lab::Report& r) { draw_matrix(s, r); });
  drawings.draw(report, "plane", matrix, [&](lab::Report& r) { draw_plane(s, r); });
  drawings.draw(report, "point", lab::on(s.on_way, p.z_re, p.z_im),
                [&](lab::Report& r) { draw_point(s, r); });
  drawings.draw(report, "growth", way, [&](lab::Report& r) { draw_growth(s, r); });
  drawings.draw(report, "court", lab::on(matrix, p.activation),
                [&](lab::Report& r) { draw_court(s, r); });
  drawings.draw(report, "precision", lab::on(matrix, p.T),
                [&](lab::Report& r) { draw_precision(s, r); });
}

}  // namespace laboratory::recurrent_matrix
