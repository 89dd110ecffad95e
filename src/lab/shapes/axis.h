// What figures with axes share.
#pragma once

#include <string>

#include "lab/bytes.h"
#include "lab/shapes/role.h"

namespace lab {

// `label` carries the unit. A range with low == high is fitted to the values.
struct Axis {
  std::string label;
  double low = 0, high = 0;
  bool logarithmic = false;
  bool operator==(const Axis&) const = default;
};

template <class Archive, Either<Axis> Self>
void describe(Archive& a, Self& self) {
  a(self.label, self.low, self.high, self.logarithmic);
}

// A reference line across a plot at x = at (upright) or y = at, with its label beside it.
struct Rule {
  std::string label;
  double at = 0;
  bool upright = false;
  Role role = Role::neutral;
  bool operator==(const Rule&) const = default;
};

template <class Archive, Either<Rule> Self>
void describe(Archive& a, Self& self) {
  a(self.label, self.at, self.upright);
  a.enumerator(self.role, role_count);
}

}  // namespace lab
