// The weights of the first repeat as stems over the truth, who won, and both paths of λ.
#pragma once

#include "labs/weight_penalty/record.h"

namespace laboratory::weight_penalty {

// Appends the figures; `record` holds at least one repeat.
void draw(const Record& record, lab::Report& report);

}  // namespace laboratory::weight_penalty
