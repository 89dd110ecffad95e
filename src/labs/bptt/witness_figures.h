// Backpropagation beside forward accumulation and central differences: the same numbers at other
// costs.
#pragma once

#include "labs/bptt/study.h"

namespace laboratory::bptt {

void draw_witnesses(const Study& s, lab::Report& report);

}  // namespace laboratory::bptt
