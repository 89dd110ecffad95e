// Products over an index, written out.
#pragma once

#include <string>

#include "num/plain_text.h"

namespace exam {

// Puts "p(x1|z1) p(x2|z2)" in place of "∏_{t=1}^{2} p(x_t|z_t)": the factors that follow and have
// the index in them are repeated. A product that names no end, or calls it T, runs to `last` where
// that is above 0. Returns a sentence where a range cannot be read, else "".
std::string write_out_ranges(num::PlainText& text, int last);

}  // namespace exam
