// A picture of the person's own, made to stand where a built-in one stands.
#pragma once

#include <vector>

#include "lab/value.h"

namespace laboratory::convolution {

// A red, a green and a blue plane of n x n values in [0, 1], stacked: the largest square in the
// middle, averaged by area; what is transparent is laid on white.
std::vector<float> square_planes(const lab::Picture& picture, int n);

}  // namespace laboratory::convolution
