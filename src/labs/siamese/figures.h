// The pictures: the towers, the arithmetic of a node, a gradient by three ways, what each twin adds
// to the shared weights, and the chain of formulas with what checks them.
#pragma once

#include "labs/siamese/walk.h"

namespace laboratory::siamese {

// Appends the pictures for the walk at `position`.
void draw(const Study& s, int position, lab::Report& report);

}  // namespace laboratory::siamese
