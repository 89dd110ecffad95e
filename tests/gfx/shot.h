// What was drawn, read back, and the colours that the tests draw with.
#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

#include "gfx/colour_map.h"

namespace tests {

inline constexpr gfx::Rgb orange{0.75f, 0.33f, 0.0f}, white{1, 1, 1}, blue{0.09f, 0.41f, 0.69f};

inline constexpr float one_level = 1.0f / 255;

// Rows of RGBA, as Target::read gives them.
struct Shot {
  int width = 0;
  std::vector<std::uint8_t> bytes;
  gfx::Rgb at(int x, int y) const {
    const std::uint8_t* p = &bytes[4 * static_cast<std::size_t>(y * width + x)];
    return {p[0] * one_level, p[1] * one_level, p[2] * one_level};
  }
  int alpha(int x, int y) const { return bytes[4 * static_cast<std::size_t>(y * width + x) + 3]; }
};

// Equal as eight-bit channels can be.
inline bool same(gfx::Rgb a, gfx::Rgb b) {
  return std::fabs(a.r - b.r) <= one_level && std::fabs(a.g - b.g) <= one_level &&
         std::fabs(a.b - b.b) <= one_level;
}

}  // namespace tests
