// What programs print for a number, and how they are asked for one.
#pragma once

#include "num/plain_text.h"

namespace num {

// Leaves the number or the calculation in place: of prompts, of functions that keep what they are
// given with their named arguments, of TensorFlow's "numpy=", and of the square brackets and the
// powers of ten of Wolfram. What num/dialect.h reads of code is read, too.
void read_programs(PlainText& text);

}  // namespace num
