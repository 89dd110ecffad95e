// Three pictures: two accuracies that part, the gap of each measure with its interval, and what the
// networks say over the plane.
#pragma once

#include "labs/regularise/line_up.h"

namespace laboratory::regularise {

// Appends the figures.
void draw(LineUp& line_up, const Params& p, lab::Report& report);

}  // namespace laboratory::regularise
