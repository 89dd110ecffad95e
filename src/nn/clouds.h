// Data sets of points in the plane, made by program.
#pragma once

#include <cstdint>

#include "nn/examples.h"

namespace nn {

// Points in the plane, about [-1, 1]^2 where noise is small. `noise` is the standard deviation of
// what is added to each coordinate. Classes take turns, so that they are balanced.
enum class Cloud { moons, circles, spirals, xor_squares, blobs, ring, grid, pinwheel };
// classes: moons, circles and spirals 2; xor 2; blobs 4; ring 8 and grid 25 Gaussians, the label
// says which; pinwheel 5 arms.
Dataset cloud(Cloud kind, int n, double noise, std::uint64_t seed);

}  // namespace nn
