// Four pictures: errors against size with the two gaps, the errors that were typed in, errors
// against steps, and the map of a network of the picked size.
#pragma once

#include "labs/bias_variance/sizes.h"

namespace laboratory::bias_variance {

// The place in `sizes` that is looked at: that of the width, or, without one, that whose errors are
// nearest to those that were typed in.
int picked_size(Ladder& ladder, const Params& p);

// Appends the figures.
void draw(Ladder& ladder, const Params& p, lab::Report& report);

}  // namespace laboratory::bias_variance
