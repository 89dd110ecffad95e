// The pictures: the whole calculation, one cell's arithmetic, the queries and keys as arrows, one
// query's weights, gradients, and the course of the score-function estimate.
#pragma once

#include "labs/attention/study.h"

namespace laboratory::attention {

// Appends the pictures.
void draw(const Study& s, lab::Report& report);

}  // namespace laboratory::attention
