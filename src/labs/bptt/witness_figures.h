// Backpropagation beside forward accumulation and central differences: the same numbers at other
// costs.
#pragma once

#include "labs/bptt/study.h"

namespace laboratory::bptt {

// Append the gradient of the weights looked at by each way, and what a way costs.
void draw_check(const Study& s, lab::Report& report);
void draw_costs(const Study& s, lab::Report& report);

}  // namespace laboratory::bptt
