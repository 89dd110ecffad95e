// The weights of the first repeat as stems over the truth as λ grows, who won, and both paths of λ.
#pragma once

#include "labs/weight_penalty/record.h"

namespace laboratory::weight_penalty {

// Appends the figures; `record` holds at least one repeat, whose weights are those of the step
// along λ.
void draw(const Record& record, int step, lab::Report& report);

}  // namespace laboratory::weight_penalty
