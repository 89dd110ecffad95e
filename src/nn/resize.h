// Layers that make maps larger.
#pragma once

#include "nn/graph.h"

namespace nn {

// Each place becomes factor x factor places of the same numbers.
Var upsample(Var x, int factor);
// channels f^2 x h x w -> channels x f h x f w: the numbers of a place become f x f places. Shi et
// al., "Real-time single image super-resolution" (2016).
Var pixel_shuffle(Var x, int factor);

}  // namespace nn
