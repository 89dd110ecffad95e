// The pictures: the unrolled net, each step's share in the gradient, one step's arithmetic, what
// truncation costs, and the witnesses.
#pragma once

#include "labs/bptt/study.h"

namespace laboratory::bptt {

// Appends the pictures for the walk at `position` steps back.
void draw(const Study& s, int position, lab::Report& report);

}  // namespace laboratory::bptt
