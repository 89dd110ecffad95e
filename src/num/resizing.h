// Pictures made smaller and larger by fixed linear maps. A map of pictures is one matrix for each
// axis, so that what it keeps and what it loses can be said.
#pragma once

#include <cstdint>

#include "num/matrix.h"

namespace num {

// How the cells of a new picture are made of the old ones.
//   average   the mean of what a new cell covers, parts of cells by their length
//   bicubic   the cubic convolution of Keys (1981) with a = -1/2, stretched by the factor where the
//             picture becomes smaller, so that nothing aliases
//   gaussian  exp(-t^2 / (2 s^2)) at the distance t of two centres, s half a new cell, cut at 3 s
enum class Resampling : std::uint8_t { average, bicubic, gaussian };

// The weights of `out` new cells along an axis of `in` old ones: (out, in), each row sums to 1.
// Past the rim the outermost cell is repeated. in, out >= 1; `gaussian` needs out <= in.
Matrix resizing(Resampling how, int in, int out);

// W^T (W W^T)^-1 for w: (m, n) of rank m, m <= n: of all that w makes into what is given, the one
// with the least sum of squares. w times it is the identity of m rows. Nothing where the rows of w
// depend on each other.
Matrix least_preimage(const Matrix& w);

// down plane across^T: (a, b) of a plane (rows, cols), `down` (a, rows) and `across` (b, cols).
Matrix resized(const Matrix& plane, const Matrix& down, const Matrix& across);

}  // namespace num
