// Fields that ask for the shape of something in a pair of twins.
#pragma once

#include "exam/answer.h"
#include "labs/siamese/params.h"

namespace exercises {

// The parameters, the inputs and the labels, as the paper asks.
exam::Form given_shapes(const laboratory::siamese::Params& p);

// Weights, and what all pairs together make of them on the way to ŷ.
exam::Form shapes_on_the_way(const laboratory::siamese::Params& p);

// The gradients that come back.
exam::Form shapes_of_gradients(const laboratory::siamese::Params& p);

}  // namespace exercises
