// What may be said of the limit of a gradient, and what is answered.
#pragma once

#include "exam/kinds/one_of.h"
#include "labs/recurrent_matrix/verdict.h"

namespace exercises {

// That it vanishes, explodes, does both or neither, with the reason for each. Of a matrix that does
// both, "explodes" is the course's answer and "both" the full one: either counts in full. So does
// an answer by the course's rule where the eigenvalues refute it, which is then said.
exam::OneOf recurrent_verdicts(const laboratory::recurrent_matrix::Character& c);

}  // namespace exercises
