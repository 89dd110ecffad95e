// Products of conditional distributions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace exam {

// p(heads | conditions); names in plain letters, sorted.
struct Factor {
  char letter = 'p';
  std::vector<std::string> heads, conditions;
  std::string shown;  // as it was written, without blanks
  bool same_as(const Factor& other) const {
    return letter == other.letter && heads == other.heads && conditions == other.conditions;
  }
};

struct Factoring {
  std::vector<Factor> factors;
  std::string error;  // with the place; empty where `factors` holds
};

// Reads "p(z1) p(z2|z1)": any order, with or without signs between the factors, x_{1:3} for x1, x2,
// x3, subscripts as in formulas. What stands before "=" is left out, and so is a reason behind the
// factors. At most 64 factors. `last` is the largest index, to which a product runs that names no
// end or calls it T; 0 where there is none.
Factoring factoring(std::string_view text, int last = 0);

// True where both have the same factors, in any order.
bool same_factors(const Factoring& a, const Factoring& b);

}  // namespace exam
