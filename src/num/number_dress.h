// What pages, notes and programs put around a number or a calculation, for every field of numbers.
#pragma once

#include "num/plain_text.h"

namespace num {

// Takes away in place what says nothing about the value; what it does not know stays.
//
// - Markup: **5.52**, `5.52`, <b>5.52</b>, \( 5.52 \), \[ 5.52 \], $$5.52$$, \boxed{5.52},
//   \begin{align} … \end{align}; 5{,}52 is 5,52, 10<sup>-9</sup> is 10^(-9); quotes around all of
//   it; the sign of a list or heading before it.
// - Programs (num/number_programs.h): np.float64(5.52), tensor(5.5215, device='cuda:0'),
//   array([5.52], dtype=float32), >>> 5.52, Out[3]: 5.52, [1] 5.52, Log[250], N[Log[250]],
//   6.18*^-9.
// - The commands of LaTeX that num/dialect.h reads.
void read_dress(PlainText& text);

}  // namespace num
