// The value of a calculation with the digits that cancellation would cost, and what it lost.
#pragma once

#include "num/algebra.h"

namespace num {

// `noise` bounds, roughly, how far rounding may have carried `value`.
struct CarefulValue {
  double value = 0, noise = 0;
};

// The value of a calculation: a formula of numbers and rows of them, + - * / ^, functions that act
// number by number, sums and products over an index, and what is taken of a row, that `evaluate`
// finds no fault with and gives one number for. Near 1 each value is known with its distance from
// 1, so that ln(1 + 3 exp(-40)) keeps its digits, whichever way it is written: as -ln(1/(1 + 3
// exp(-40))) or as ln(exp(-40)*3 + 1). Where digits are lost all the same, as in ln(exp(40) + 3) -
// 40, `noise` is as large as what was lost.
CarefulValue careful_value(const Formula& calculation);

}  // namespace num
