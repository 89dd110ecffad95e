// What happens at a node, with the numbers of the example shown.
#pragma once

#include "labs/siamese/walk.h"

namespace laboratory::siamese {

// The formula of a stop and its numbers for the example shown.
lab::Working arithmetic(const Study& s, int position);

}  // namespace laboratory::siamese
