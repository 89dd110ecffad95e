// The pictures of the bench: how far the gradient reaches in every net, what the losses make of it,
// and what the layers do.
#pragma once

#include "labs/depth/bench.h"

namespace laboratory::depth {

// Appends all figures of a run that has taken a step.
void draw(Record& record, lab::Report& report);

}  // namespace laboratory::depth
