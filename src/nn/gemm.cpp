// A product is cut into blocks that fit the caches, and these into tiles. A tile takes A as panels
// of its height; those are copied together where A is transposed or too large to be read in place.
// Every C(i, j) is summed over k in order within a block, whatever the tile, and blocks are added
// in order.
#include "nn/gemm.h"

#include <algorithm>

#include "nn/packet.h"
#include "nn/tile.h"

namespace nn {
namespace {

constexpr int block_k = 256;  // a panel of A and one of B, 12 x 256 floats, stay in the first cache
constexpr int block_n = 128;  // a block of B, 256 x 128 floats, in the second
constexpr int in_place = 4096;  // a matrix of up to so many floats is read where it lies

// The length of pieces that divide k evenly.
int even_depth(int k) { return k == 0 ? 0 : pieces(k, pieces(k, block_k)); }

// Copies k x columns of the transposed B, b(p, j) = b[j + p step], to panels of 4 columns.
void pack_across(const float* b, Step step, int columns, int k, float* to) {
  for (int j = 0; j < columns; j += wide) {
    const auto n = static_cast<std::size_t>(std::min(wide, columns - j));
    for (int p = 0; p < k; ++p, to += wide) store(to, load_some(b + j + p * step, n));
  }
}

// Where the sums themselves are shorter than the way to a tile. The same sums in the same order.
constexpr int few = 128;  // products in all
void gemm_few(Step a_row, Step a_col, int m, int n, int k, const float* a, Step b_row, Step b_col,
              const float* b, bool adds, float* c, int ldc) {
  for (int j = 0; j < n; ++j, b += b_col, c += ldc)
    for (int i = 0; i < m; ++i) {
      const float* left = a + i * a_row;
      const float* right = b;
      float sum = 0;
      for (int p = 0; p < k; ++p, left += a_col, right += b_row) sum += *left * *right;
      c[i] = adds ? c[i] + sum : sum;
    }
}

}  // namespace

std::size_t gemm_scratch(int, int n, int k) {
  const int depth = even_depth(k);
  return static_cast<std::size_t>((tall + padded(std::min(n, block_n), wide)) * depth);
}

void gemm(bool trans_a, bool trans_b, int m, int n, int k, const float* a, int lda, const float* b,
          int ldb, Into into, float* c, int ldc, float* scratch) {
  if (k == 0 && into == Into::overwrite)
    for (int j = 0; j < n; ++j) std::fill(c + Step{j} * ldc, c + Step{j} * ldc + m, 0.0f);
  const Step a_row = trans_a ? lda : 1, a_col = trans_a ? 1 : lda;
  if (m <= few && n <= few && k <= few && m * n * k <= few)
    return gemm_few(a_row, a_col, m, n, k, a, trans_b ? ldb : 1, trans_b ? 1 : ldb, b,
                    into == Into::add, c, ldc);
  const int depth = even_depth(k);
  const bool copy_a = trans_a || (m * depth > in_place && n >= 4 * wide);
  const bool copy_b = trans_b && n * depth > in_place;

  for (int n0 = 0; n0 < n; n0 += block_n) {
    const int columns = std::min(block_n, n - n0);
    for (int k0 = 0; k0 < k; k0 += depth) {
      const int kd = std::min(depth, k - k0);
      const float* from_b = b + (trans_b ? n0 + Step{k0} * ldb : k0 + Step{n0} * ldb);
      Step next_b = trans_b ? wide : wide * Step{ldb};
      Tile t{.k = kd, .b_step = ldb, .ldc = ldc, .add = into == Into::add || k0 > 0};
      if (copy_b) {
        float* const packed_b = scratch + tall * depth;
        pack_across(from_b, ldb, columns, kd, packed_b);
        from_b = packed_b;
        t.b_step = wide;
        next_b = wide * Step{kd};
      }
      int height = 0;
      for (int i = 0; i < m; i += height) {
        height = tile_height(m - i);
        t.rows = std::min(height, m - i);
        t.a = a + i * a_row + k0 * a_col;
        t.a_step = lda;
        const bool packed = copy_a || t.rows < height;
        if (packed) {
          pack_panel(t.a, a_row, a_col, t.rows, height, kd, scratch);
          t.a = scratch;
          t.a_step = height;
        }
        const TileFunction* by_columns = tiles_for(trans_b, packed)[height / 8];
        t.b = from_b;
        t.c = c + i + Step{n0} * ldc;
        for (int j = 0; j < columns; j += wide, t.b += next_b, t.c += wide * Step{ldc})
          by_columns[std::min(wide, columns - j) - 1](t);
      }
    }
  }
}

}  // namespace nn
