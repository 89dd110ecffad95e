// All pictures of the lab. Here the whole calculation, the queries and keys as arrows, and one
// query's weights; the others have files of their own.
#pragma once

#include "labs/attention/study.h"

namespace laboratory::attention {

// Appends the pictures.
void draw(const Study& s, lab::Report& report);

}  // namespace laboratory::attention
