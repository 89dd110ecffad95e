// A picture of the person's own, to be enlarged by the network that was trained a minute ago.
#pragma once

#include <vector>

#include "lab/value.h"
#include "labs/super_resolution/sets.h"

namespace laboratory::super_resolution {

// Three times as large as the pictures of the sets.
constexpr Sides own_sides(int factor) {
  const Sides s = sides_for(factor);
  return {3 * s.low, 3 * s.high};
}

// The largest square in its middle, averaged by area to side x side, as luminance from 0 to 1; what
// is transparent is laid on black, the ground of the pictures that the network knows.
std::vector<float> grey_square(const lab::Picture& picture, int side);

// True where the rim is bright, as of ink on paper: its mean is above 1/2.
bool has_bright_ground(const std::vector<float>& picture, int side);

// 1 - each: dark becomes bright.
void make_negative(std::vector<float>& picture);

}  // namespace laboratory::super_resolution
