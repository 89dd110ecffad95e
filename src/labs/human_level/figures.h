// The figures: how the estimates settle as the sample grows, one product to label, everybody's
// error with its interval, and the sheet of all that were labelled.
#pragma once

#include "labs/human_level/sitting.h"

namespace laboratory::human_level {

// Appends the pictures.
void draw(const Sitting& s, const Crowd& crowd, lab::Report& report);

}  // namespace laboratory::human_level
