// Products of column-major float matrices.
#pragma once

#include <cstddef>

namespace nn {

struct TileSet;
const TileSet& fastest_tiles();

// What becomes of the earlier content of a result.
enum class Into { overwrite, add };

// Floats of scratch that `gemm` needs for these sizes; 0 for products small enough to need none.
std::size_t gemm_scratch(int m, int n, int k);

// C = A B or C += A B with A: m x k, B: k x n, C: m x n, column by column: C(i, j) = c[i + j ldc].
// With `trans_a`, a holds the transpose of A, k x m, with leading dimension lda >= k; likewise
// `trans_b`. `scratch` has gemm_scratch(m, n, k) floats. C overlaps neither A nor B.
//
// Each C(i, j) is summed in an order that the sizes alone decide, with one rounding for each
// product and each sum: the same bits on every platform, whatever the tiles.
void gemm(bool trans_a, bool trans_b, int m, int n, int k, const float* a, int lda, const float* b,
          int ldb, Into into, float* c, int ldc, float* scratch,
          const TileSet& tiles = fastest_tiles());

// z = W x + b for every column of x. W: m x k, x: k x n, z: m x n, all without gaps, m, n, k >= 1;
// each sum starts from b: (m). Scratch as for `gemm`.
void affine(int m, int n, int k, const float* w, const float* x, const float* bias, float* z,
            float* scratch, const TileSet& tiles = fastest_tiles());

}  // namespace nn
