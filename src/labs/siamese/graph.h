// The two towers as a graph: values and gradients in the nodes as far as the walk has come, local
// slopes on the edges that it has gone back over.
#pragma once

#include "labs/siamese/walk.h"

namespace laboratory::siamese {

// The two towers.
lab::Graph towers(const Study& s, int position);

}  // namespace laboratory::siamese
