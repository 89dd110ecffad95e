// One time step: its arithmetic, and its share in the gradient as a matrix beside the others.
#pragma once

#include "labs/bptt/study.h"

namespace laboratory::bptt {

void draw_step(const Study& s, int position, lab::Report& report);

}  // namespace laboratory::bptt
