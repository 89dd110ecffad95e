#include "labs/recurrent_matrix/court.h"

#include <cmath>

#include "num/elementary.h"

namespace laboratory::recurrent_matrix {
namespace {

struct Saying {
  Claim claim;
  Standing standing;
};

// What a rule says above 1 and below it.
struct Rule {
  Saying above, below;
};

Witness witness(const char* key, const char* name, double value, int side, const Rule& rule,
                const Sides& sides) {
  Witness w{key, name, value};
  if (side == 0) return w;
  const Saying& says = side > 0 ? rule.above : rule.below;
  w.standing = says.standing, w.claim = says.claim, w.above = side > 0;
  w.holds = holds(says.claim, sides);
  return w;
}

// 1 above 1, -1 below it, 0 where rounding may have moved the value from there.
int side_of(double value) {
  constexpr double slack = 1e-9;
  return value > 1 + slack ? 1 : value < 1 - slack ? -1 : 0;
}

}  // namespace

bool holds(Claim claim, const Sides& s) {
  switch (claim) {
    case Claim::all_vanish:
      return !s.above && !s.on;
    case Claim::some_vanish:
      return s.below;
    case Claim::all_explode:
      return !s.below && !s.on;
    case Claim::most_explode:
      return s.grows();
  }
  return false;
}

std::array<Witness, 5> court(const Character& c) {
  using enum Standing;
  using enum Claim;
  const Sides& s = c.sides;
  const double mean = num::pow(std::fabs(c.determinant), 1.0 / c.size());
  // An eigenvalue that lacks a direction is known to far fewer digits than a singular value: on
  // which side of the circle it lies is told by `sides`.
  const int largest = s.above ? 1 : s.on ? 0 : -1, smallest = s.below ? -1 : s.on ? 0 : 1;
  return {witness("largest_singular", "largest σ", c.singular.front(), side_of(c.singular.front()),
                  {{most_explode, suggests}, {all_vanish, proves}}, s),
          witness("smallest_singular", "smallest σ", c.singular.back(), side_of(c.singular.back()),
                  {{all_explode, proves}, {some_vanish, suggests}}, s),
          witness("determinant", "|det|^(1/n)", mean, side_of(mean),
                  {{most_explode, proves}, {some_vanish, proves}}, s),
          witness("largest_eigenvalue", "largest |λ|", c.radius(), largest,
                  {{most_explode, proves}, {all_vanish, proves}}, s),
          witness("smallest_eigenvalue", "smallest |λ|", c.least(), smallest,
                  {{all_explode, proves}, {some_vanish, proves}}, s)};
}

}  // namespace laboratory::recurrent_matrix
