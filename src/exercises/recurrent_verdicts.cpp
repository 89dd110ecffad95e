#include "exercises/recurrent_verdicts.h"

#include <iterator>
#include <string>

#include "labs/phrases.h"

namespace exercises {
namespace {

using laboratory::brief;
using laboratory::recurrent_matrix::Character;
using laboratory::recurrent_matrix::Verdict;

constexpr const char* option_ids[] = {"vanishes", "explodes", "both", "neither"};

// "its largest singular value is 1.986"
std::string largest_singular(const Character& c) {
  return "its largest singular value is " + brief(c.singular.front());
}

// Where singular values and eigenvalues disagree, an answer by the course's rule counts.
bool counts_by_rule(const Character& c, Verdict answer) {
  const Verdict rule = laboratory::recurrent_matrix::rule_verdict(c);
  if (rule == c.verdict) return false;
  return rule == answer || (rule == Verdict::both && answer == Verdict::explodes);
}

std::string by_rule(const Character& c) {
  return " Contested, and it counts: " + largest_singular(c) +
         ", and the course’s rule looks at nothing else. In the limit the eigenvalues decide, and "
         "the largest |λ| is " +
         brief(c.radius()) + ".";
}

// Why lengths grow though no eigenvalue is outside the unit circle; else empty.
std::string by_creeping(const Character& c) {
  return c.sides.creeping
             ? " An eigenvalue on the unit circle lacks an eigenvector of its own, and "
               "lengths grow like a power of T."
             : "";
}

std::string why_vanishes(const Character& c) {
  if (c.verdict == Verdict::vanishes)
    return "Every |λ| is below 1: the largest is " + brief(c.radius()) + ".";
  if (c.verdict == Verdict::both)
    return "Only a gradient along special directions vanishes, by the eigenvalue of modulus " +
           brief(c.least()) + ". Any other has a part along the largest |λ|, " + brief(c.radius()) +
           ", and that part grows. Which singular value decides what can grow?";
  if (c.verdict == Verdict::neither)
    return "To vanish, a gradient has to shrink in the long run. The largest |λ| is 1. What "
           "becomes of a gradient along its eigenvector?";
  return "The smallest |λ| is " + brief(c.least()) + ", so nothing shrinks for long. " +
         (c.singular.back() < 1
              ? "A singular value below 1 shrinks one direction once; the same step turns it, and "
                "later ones may lengthen it again."
              : "Even the smallest singular value, " + brief(c.singular.back()) + ", is above 1.");
}

std::string why_explodes(const Character& c) {
  if (c.verdict == Verdict::explodes)
    return "Every |λ| is at least " + brief(c.least()) + ", and the largest is " +
           brief(c.radius()) + "." + by_creeping(c);
  if (c.verdict == Verdict::both)
    return "It does for every gradient that you would meet: the largest singular value is " +
           brief(c.singular.front()) + " and the largest |λ| is " + brief(c.radius()) + "." +
           by_creeping(c) + " The full answer adds the direction of the smallest |λ|, " +
           brief(c.least()) + ", along which it vanishes.";
  if (c.verdict == Verdict::neither)
    return "To explode, a gradient has to grow in the long run, and the largest |λ| is 1.";
  return "To explode, a gradient has to grow in the long run. Even the largest |λ|, " +
         brief(c.radius()) + ", is below 1.";
}

std::string why_both(const Character& c) {
  if (c.verdict == Verdict::both)
    return "The largest |λ| is " + brief(c.radius()) + " and the smallest " + brief(c.least()) +
           ": gradients explode, but for those along special directions." + by_creeping(c) +
           " “Explodes” alone counts as well.";
  if (c.verdict == Verdict::vanishes)
    return "All |λ| are below 1, the largest is " + brief(c.radius()) +
           ": no direction is left that explodes.";
  if (c.verdict == Verdict::explodes)
    return "The smallest |λ| is " + brief(c.least()) + ": no direction is left that vanishes.";
  return "Both need an eigenvalue outside the unit circle, and the largest |λ| is " +
         brief(c.radius()) + ".";
}

std::string why_neither(const Character& c) {
  if (c.verdict == Verdict::neither)
    return "No |λ| is above 1, and one that is 1 keeps some gradients from vanishing.";
  return "The identity has slope 1, but W is multiplied at every step all the same. Lengths stay "
         "within bounds if the largest |λ| is 1 and has its eigenvectors; here the largest |λ| "
         "is " +
         brief(c.radius()) + "." + by_creeping(c);
}

std::string reason(const Character& c, Verdict answer) {
  std::string why;
  switch (answer) {
    case Verdict::vanishes:
      why = why_vanishes(c);
      break;
    case Verdict::explodes:
      why = why_explodes(c);
      break;
    case Verdict::both:
      why = why_both(c);
      break;
    case Verdict::neither:
      why = why_neither(c);
      break;
  }
  return counts_by_rule(c, answer) ? why + by_rule(c) : why;
}

}  // namespace

exam::OneOf recurrent_verdicts(const Character& c) {
  constexpr const char* texts[] = {"it vanishes", "it explodes",
                                   "it explodes, and along special directions it vanishes",
                                   "neither: it keeps a size above 0 and below some bound"};
  // The matrix of the question judges all of them: another, for which a verdict is true, would look
  // like a proof of it.
  constexpr const char* shows[] = {"direction=vanishing&T=100&tab=growth&figure=growth",
                                   "direction=exploding&T=100&tab=growth&figure=growth",
                                   "direction=vanishing&T=100&tab=growth&figure=growth",
                                   "T=100&tab=growth&figure=growth"};
  const bool both = c.verdict == Verdict::both;
  exam::OneOf one;
  one.right = static_cast<int>(both ? Verdict::explodes : c.verdict);
  for (std::size_t i = 0; i < std::size(texts); ++i) {
    const auto answer = static_cast<Verdict>(i);
    const bool right = static_cast<int>(i) == one.right;
    // The whole truth, beside the answer that is asked for: nothing about it is contested.
    const bool whole = both && answer == Verdict::both;
    const bool counts = whole || counts_by_rule(c, answer);
    one.options.push_back({option_ids[i], texts[i],
                           right || whole ? exam::Key::yes
                           : counts       ? exam::Key::contested
                                          : exam::Key::no,
                           reason(c, answer), shows[i], counts && !right ? 1.0 : 0.0});
  }
  return one;
}

}  // namespace exercises
