// The one slip that turns a wanted formula into a given one, where there is one.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "num/equivalence.h"

namespace num {

// The one slip that turns the reference into the given formula.
enum class Slip : std::uint8_t {
  none,
  transposed,
  sign,          // of the whole
  ratio,         // given = ratio · reference
  symbol_ratio,  // given = ratio · reference · symbol^power, ratio 1 or -1
  reciprocal,    // given = 1 / reference
  term_missing,  // one of the paths of a sum
  term_sign,     // the sign of one term
  term_extra,    // `part` is a term too many
  factor_missing,
  factor_extra,  // `part` is a factor too many
  slope,         // another function than the derivative of the activation
  inner_transpose
};

struct Diagnosis {
  Slip slip = Slip::none;
  double ratio = 1;
  int symbol = -1, power = 1;
  std::string part;
  bool inside = false;  // of a function or comparison: the slip is in what it is applied to
};

// For formulas that differ.
Diagnosis diagnose(const Formula& given, const Formula& reference,
                   const std::vector<Symbol>& symbols, const std::vector<Point>& points);

}  // namespace num
