// The pictures: the prediction with the true class lit, -ln with the point on it, the loss against
// the margin down to where float32 gives up, and the arithmetic.
#pragma once

#include "labs/cross_entropy/study.h"

namespace laboratory::cross_entropy {

// Appends the pictures.
void draw(const Study& s, lab::Report& report);

}  // namespace laboratory::cross_entropy
