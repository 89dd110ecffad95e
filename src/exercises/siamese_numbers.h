// What a variant asks of the twins beside a formula: the same link in the numbers of one pair.
#pragma once

#include <optional>

#include "exam/answer.h"
#include "labs/siamese/params.h"

namespace exercises {

// A number that one pair of a net has, with all that a person needs for it in the field's label.
struct WorkedNumber {
  int pair = 1;  // counted from 1
  double value = 0;
  exam::AnswerField field;
};

// ∂J/∂z3 of one pair, from its ŷ, to four decimals, and y. Nothing where every pair is predicted so
// well that the difference is lost in these.
std::optional<WorkedNumber> worked_output(const laboratory::siamese::Params& p);

// One entry of ∂z3/∂a. Nothing where all weights are next to 0.
std::optional<WorkedNumber> worked_head(const laboratory::siamese::Params& p);

}  // namespace exercises
