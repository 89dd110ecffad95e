// What stands beyond the border of a plane, the same for arithmetic, figures and the graphics card.
#pragma once

#include <cstdint>

namespace num {

// Zeros, the plane mirrored about its outermost cells, which are not repeated, or its outermost
// cells repeated. Shaders know them by these numbers.
enum class Edge : std::uint8_t { zero, reflect, replicate };
constexpr int edge_count = 3;

}  // namespace num
