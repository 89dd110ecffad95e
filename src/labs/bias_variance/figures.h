// Four pictures: errors against size with the two gaps, errors against steps, the picked network's
// map, and the three errors that were typed in.
#pragma once

#include "labs/bias_variance/sizes.h"

namespace laboratory::bias_variance {

// Appends the figures.
void draw(Ladder& ladder, const Params& p, lab::Report& report);
// The bars of the three errors that are typed in; needs no network.
void draw_split(const Params& p, lab::Report& report);

}  // namespace laboratory::bias_variance
