#include "labs/recurrent_matrix/court.h"

#include <cmath>

#include "num/elementary.h"

namespace laboratory::recurrent_matrix {
namespace {

constexpr const char* all_vanish = "every gradient vanishes";
constexpr const char* all_explode = "every gradient explodes";
constexpr const char* most_explode = "almost every gradient explodes";
constexpr const char* some_vanish = "some gradient vanishes";

// What holds of a matrix by its verdict.
bool holds(const std::string& says, Verdict v) {
  if (says == all_vanish) return v == Verdict::vanishes;
  if (says == all_explode) return v == Verdict::explodes;
  if (says == most_explode) return v == Verdict::explodes || v == Verdict::both;
  if (says == some_vanish) return v == Verdict::vanishes || v == Verdict::both;
  return true;
}

// A rule that says one thing above 1 and another below it, each for certain or not.
struct Rule {
  const char* above;
  Standing above_standing;
  const char* below;
  Standing below_standing;
};

Witness witness(const char* key, const char* name, double value, const Rule& rule, Verdict v) {
  constexpr double slack = 1e-9;
  Witness w{key, name, value, Standing::silent, "", true};
  if (value > 1 + slack) w.standing = rule.above_standing, w.says = rule.above;
  if (value < 1 - slack) w.standing = rule.below_standing, w.says = rule.below;
  w.holds = holds(w.says, v);
  return w;
}

}  // namespace

std::array<Witness, 5> court(const Character& c) {
  using enum Standing;
  const double mean = num::pow(std::fabs(c.determinant), 1.0 / c.size());
  return {witness("largest_singular", "largest σ", c.singular.front(),
                  {most_explode, suggests, all_vanish, proves}, c.verdict),
          witness("smallest_singular", "smallest σ", c.singular.back(),
                  {all_explode, proves, some_vanish, suggests}, c.verdict),
          witness("determinant", "|det|^(1/n)", mean, {most_explode, proves, some_vanish, proves},
                  c.verdict),
          witness("largest_eigenvalue", "largest |λ|", c.radius(),
                  {most_explode, proves, all_vanish, proves}, c.verdict),
          witness("smallest_eigenvalue", "smallest |λ|", c.least(),
                  {all_explode, proves, some_vanish, proves}, c.verdict)};
}

}  // namespace laboratory::recurrent_matrix
