// Maps made larger, and pictures resized by fixed linear maps.
#pragma once

#include "nn/graph.h"
#include "num/matrix.h"

namespace nn {

// Each place becomes factor x factor places of the same numbers.
Var upsample(Var x, int factor);
// channels f^2 x h x w -> channels x f h x f w: the numbers of a place become f x f places. Shi et
// al., "Real-time single image super-resolution" (2016).
Var pixel_shuffle(Var x, int factor);
// Each picture X of one channel becomes A X A^T by a fixed matrix A: a square of as many places a
// side as A has columns becomes one of as many as it has rows. num/resizing.h has such matrices.
Var resample(Var x, const num::Matrix& a);

}  // namespace nn
