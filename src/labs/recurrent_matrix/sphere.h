// The unit sphere of gradients, sent back.
#pragma once

#include "lab/shapes/surface.h"
#include "labs/recurrent_matrix/study.h"

namespace laboratory::recurrent_matrix {

// Where gradients of length 1 land after the steps that are shown, at the size of the longest; by
// their first three entries where they have more. Colours are log10 of their length. With the axes
// along which it is longest and shortest, the eigenvectors of W^T and the gradient that is
// followed.
lab::Surface sphere(const Study& s);

// What it looks like at that size: "a ball", "an ellipsoid", "a disc", "a needle".
const char* form_of(const Study& s);

}  // namespace laboratory::recurrent_matrix
