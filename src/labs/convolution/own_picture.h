// A picture of the person's own, made to stand where a built-in one stands.
#pragma once

#include <vector>

#include "lab/value.h"

namespace laboratory::convolution {

// True where the picture has the bytes that its size asks for, sides from 1 to 4096 px and at most
// 4 194 304 pixels.
bool usable(const lab::Picture& picture);

// A red, a green and a blue plane of n x n values in [0, 1], stacked: the largest square in the
// middle, averaged by area; what is transparent is laid on white. The picture must be usable.
std::vector<float> square_planes(const lab::Picture& picture, int n);

}  // namespace laboratory::convolution
