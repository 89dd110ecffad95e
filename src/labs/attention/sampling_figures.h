// The pictures of the score-function estimate: what one key says, the mean of many, and what it
// costs.
#pragma once

#include "labs/attention/study.h"

namespace laboratory::attention {

// Appends them. `s.picked` and `s.sampling` must exist.
void draw_sampling(const Study& s, lab::Report& report);

}  // namespace laboratory::attention
