// The calculations of a node as matrices side by side: what its shape comes from, and the link of
// the chain rule that leads back to it.
#pragma once

#include "labs/siamese/walk.h"

namespace laboratory::siamese {

// Appends the product or the sum that gives a node, with the sides of everything in the title.
void draw_shapes(const Study& s, int position, lab::Report& report);
// "z1 = W1 X + b1: (3 × 2)(2 × 4) + (3 × 1) gives 3 × 4. b1 is added to each column."
std::string shapes_words(const Study& s, int position);

// Appends the derivative that the gradient is multiplied by on its way back to the node.
void draw_link(const Study& s, int position, lab::Report& report);

}  // namespace laboratory::siamese
