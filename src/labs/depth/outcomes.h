// What comes of each remedy: its verdict, and what three of the nets say over the plane.
#pragma once

#include "labs/depth/line_up.h"

namespace laboratory::depth {

// Appends the figures of the verdicts of a run that has taken a step.
void draw_outcomes(Record& record, lab::Report& report);

}  // namespace laboratory::depth
