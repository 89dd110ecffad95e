// A product is cut into blocks that fit the caches, and these into tiles of 8 or 4 rows by up to 4
// columns that fit 16 registers: 8 sums, 2 packets of A, one number of B spread over a packet and
// one product. A tile takes A as panels of its height; those are copied together where A is
// transposed or too large to be read in place. Every C(i, j) is summed over k in order within a
// block, whatever the tile, and blocks are added in order.
#include "nn/gemm.h"

#include <algorithm>

#include "nn/packet.h"

namespace nn {
namespace {

using Step = std::ptrdiff_t;

constexpr int tall = 8;         // rows of a tile
constexpr int wide = 4;         // columns of a tile
constexpr int block_k = 256;    // a panel of B, 4 x 256 floats, stays in the first cache
constexpr int block_m = 256;    // a block of A, 256 x 256 floats, in the second
constexpr int block_n = 512;    // a block of B
constexpr int in_place = 4096;  // a matrix of up to so many floats is read where it lies

int blocks(int n, int block) { return (n + block - 1) / block; }

// The length of blocks that divide n evenly.
int even_block(int n, int most) {
  const int count = blocks(n, most);
  return count == 0 ? 0 : blocks(n, count);
}

int padded(int n, int unit) { return blocks(n, unit) * unit; }

// Where the panels of A and B begin and how to go on: from one k to the next, and for `columns` of
// B from one column to the next, each column being read along k.
struct Tile {
  int k;
  const float* a;
  Step a_step;
  const float* b;
  Step b_step;
  float* c;
  Step ldc;
  int rows;  // of C, at most the tile's
  bool add;
};

// C (4 V rows x N columns) from the panels. `across`: the N values of B for one k lie side by side,
// and b_step leads to the next k; otherwise b_step leads to the next column.
template <int V, int N, bool across, bool packed>
void tile(const Tile& t) {
  Packet sums[N][V];
  for (int j = 0; j < N; ++j)
    for (int v = 0; v < V; ++v) sums[j][v] = splat(0);

  const float *a = t.a, *b = t.b;
  const Step a_step = packed ? 4 * V : t.a_step, b_step = t.b_step;
  const auto multiply = [&](Step p) {
    Packet column[V];
    for (int v = 0; v < V; ++v) column[v] = load(a + p * a_step + 4 * v);
    for (int j = 0; j < N; ++j) {
      const Packet weight = splat(across ? b[p * b_step + j] : b[j * b_step + p]);
      for (int v = 0; v < V; ++v) sums[j][v] = add(sums[j][v], mul(column[v], weight));
    }
  };
  // Eight steps a round, each with its own way out: the branches keep compilers from computing the
  // steps side by side, for which there are no registers.
  int left = t.k;
  const auto last = [&](Step p) {
    multiply(p);
    return --left == 0;
  };
  while (!(last(0) || last(1) || last(2) || last(3) || last(4) || last(5) || last(6) || last(7))) {
    a += 8 * a_step;
    b += across ? 8 * b_step : 8;
  }

  for (int j = 0; j < N; ++j)
    for (int v = 0; v < V; ++v) {
      const int rows = std::min(4, t.rows - 4 * v);
      if (rows <= 0) continue;
      float* c = t.c + j * t.ldc + 4 * v;
      const auto n = static_cast<std::size_t>(rows);
      store_some(c, t.add ? add(load_some(c, n), sums[j][v]) : sums[j][v], n);
    }
}

// Tiles by 4 or 8 rows and 1 to 4 columns. Called through pointers, so that no linker inlines them:
// in a function of all tiles the compilers of WebAssembly run out of registers.
using TileFunction = void (*)(const Tile&);
using Tiles = TileFunction[2][wide];

template <bool across, bool packed>
constexpr Tiles tiles = {{tile<1, 1, across, packed>, tile<1, 2, across, packed>,
                          tile<1, 3, across, packed>, tile<1, 4, across, packed>},
                         {tile<2, 1, across, packed>, tile<2, 2, across, packed>,
                          tile<2, 3, across, packed>, tile<2, 4, across, packed>}};

const Tiles& tiles_for(bool across, bool packed) {
  if (across) return packed ? tiles<true, true> : tiles<true, false>;
  return packed ? tiles<false, true> : tiles<false, false>;
}

// Copies rows x k of A, a(i, p) = a[i row + p col], to panels of 8 rows, the last of 4 where that
// suffices, with zeros for the rows that are missing.
void pack_panel(const float* a, Step row, Step col, int rows, int height, int k, float* to) {
  if (row == 1) {
    for (int p = 0; p < k; ++p, to += height, a += col)
      for (int i = 0; i < height; i += 4) {
        const int n = std::min(4, rows - i);
        store(to + i, n <= 0 ? splat(0) : load_some(a + i, static_cast<std::size_t>(n)));
      }
    return;
  }
  for (int i = 0; i < height; i += 4) {
    const int n = std::min(4, rows - i);
    int p = 0;
    if (n == 4 && col == 1)
      for (const float* from = a + i * row; p + 4 <= k; p += 4, from += 4) {
        Packet r0 = load(from), r1 = load(from + row), r2 = load(from + 2 * row),
               r3 = load(from + 3 * row);
        _MM_TRANSPOSE4_PS(r0, r1, r2, r3);
        float* out = to + p * height + i;
        store(out, r0);
        store(out + height, r1);
        store(out + 2 * height, r2);
        store(out + 3 * height, r3);
      }
    for (; p < k; ++p)
      for (int q = 0; q < 4; ++q)
        to[p * height + i + q] = q < n ? a[(i + q) * row + p * col] : 0.0f;
  }
}

// Copies k x columns of the transposed B, b(p, j) = b[j + p step], to panels of 4 columns.
void pack_across(const float* b, Step step, int columns, int k, float* to) {
  for (int j = 0; j < columns; j += wide) {
    const auto n = static_cast<std::size_t>(std::min(wide, columns - j));
    for (int p = 0; p < k; ++p, to += wide) store(to, load_some(b + j + p * step, n));
  }
}

}  // namespace

std::size_t gemm_scratch(int, int n, int k) {
  const int depth = even_block(k, block_k);
  return static_cast<std::size_t>((tall + padded(std::min(n, block_n), wide)) * depth);
}

void gemm(bool trans_a, bool trans_b, int m, int n, int k, const float* a, int lda, const float* b,
          int ldb, Into into, float* c, int ldc, float* scratch) {
  if (k == 0 && into == Into::overwrite)
    for (int j = 0; j < n; ++j) std::fill(c + Step{j} * ldc, c + Step{j} * ldc + m, 0.0f);
  const int depth = even_block(k, block_k);
  const Step a_row = trans_a ? lda : 1, a_col = trans_a ? 1 : lda;
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
        height = m - i > 4 ? 8 : 4;
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
