// Data sets of points in the plane, made by program.
#pragma once

#include <cstdint>

#include "nn/examples.h"
#include "num/mixture.h"

namespace nn {

// Points in the plane, about [-1, 1]^2 where noise is small. `noise` is the standard deviation of
// what is added to each coordinate. Classes take turns, so that they are balanced.
enum class Cloud { moons, circles, spirals, xor_squares, blobs, ring, grid, pinwheel };
// classes: moons, circles and spirals 2; xor 2; blobs 4; ring 8 and grid 25 Gaussians, the label
// says which; pinwheel 5 arms.
Dataset cloud(Cloud kind, int n, double noise, std::uint64_t seed);

// The density that the points of `cloud` are drawn from, noise > 0. Where they lie along lines
// before noise (moons, circles, spirals, the arms of the pinwheel) or in squares, its nodes stand
// so close that the sum is the integral to about six digits where noise is at least 0.02.
num::Mixture density(Cloud kind, double noise);
// The middle of each class where each is one Gaussian (blobs, ring, grid), two numbers a class;
// else none.
std::vector<double> centres(Cloud kind);

}  // namespace nn
