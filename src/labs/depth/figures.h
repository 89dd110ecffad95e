// The pictures of the line-up: how far the gradient reaches in every net, what the losses make of it,
// and what the layers do.
#pragma once

#include "labs/depth/line_up.h"

namespace laboratory::depth {

// Appends all figures of a run that has taken a step.
void draw(Record& record, lab::Report& report);

}  // namespace laboratory::depth
