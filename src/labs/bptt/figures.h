// The pictures: the unrolled net, each step's share in the gradient, one step's arithmetic, what
// truncation costs, and the witnesses.
#pragma once

#include "lab/memory.h"
#include "labs/bptt/study.h"

namespace laboratory::bptt {

// Appends the pictures for the walk at `position` steps back; those that stand within the study are
// taken from `drawings`.
void draw(const Study& s, int position, lab::Drawings& drawings, lab::Report& report);

}  // namespace laboratory::bptt
