// Data sets of drawn glyphs, made by program.
#pragma once

#include <cstdint>

#include "nn/examples.h"

namespace nn {

// Grey images 1 x side x side of ten drawn glyphs, ink 1 on 0, each with its own affine map and
// pen. `variation` in [0, 1] scales how far position, size, slant, rotation and stroke width vary.
Dataset glyphs(int n, int side, double variation, std::uint64_t seed);

}  // namespace nn
