// The counted operations as bars and written out, and when max pooling would stop being cheapest.
#pragma once

#include "labs/layer_cost/study.h"

namespace laboratory::layer_cost {

// Appends the figures; those that need times only where there are some.
void draw(const Study& study, lab::Report& report);

}  // namespace laboratory::layer_cost
