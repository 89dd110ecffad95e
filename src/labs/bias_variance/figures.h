// Errors against size with the two gaps, and what a remedy does to them; the errors that were typed
// in, errors against steps, and the map of one network of the picked size.
#pragma once

#include "labs/bias_variance/remedy.h"

namespace laboratory::bias_variance {

// The place in `sizes` that is looked at: that of the width, or, without one, that whose training
// error is nearest to the one that was typed in.
int picked_size(Ladder& ladder, const Params& p);

// Appends the figures; `trial` is null where no remedy has been tried.
void draw(Ladder& ladder, const Params& p, const Trial* trial, lab::Report& report);

}  // namespace laboratory::bias_variance
