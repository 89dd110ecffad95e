// What the layers take on the machine at hand, and how near that is to what the machine can do.
#pragma once

#include "labs/layer_cost/study.h"

namespace laboratory::layer_cost {

// Append a figure each, or nothing where its timings are missing.
void draw_times(const Study& study, lab::Report& report);
void draw_roofline(const Study& study, lab::Report& report);

}  // namespace laboratory::layer_cost
