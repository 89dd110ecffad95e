// A product is cut into blocks that fit the caches, and these into tiles. A tile takes A as panels
// of its height; those are copied together where A is transposed or too large to be read in place.
// Every C(i, j) is summed over k in order within a block, whatever the tile, and blocks are added
// in order.
#include "nn/gemm.h"

#include <algorithm>
#include <cassert>

#include "nn/packet.h"
#include "nn/tile.h"

namespace nn {
namespace {

constexpr int block_k = 256;    // panels of A and B, 16 x 256 floats, stay in the first cache
constexpr int block_n = 128;    // a block of B, 256 x 128 floats, in the second
constexpr int repaid = 16;      // columns from which a copy of A is read often enough
constexpr int in_place = 4096;  // a matrix of up to so many floats is read where it lies

// The length of pieces that divide k evenly.
int even_depth(int k) { return k == 0 ? 0 : pieces(k, pieces(k, block_k)); }

// Copies k x columns of the transposed B, b(p, j) = b[j + p step], to panels of `wide` columns,
// a multiple of 4. What the last panel has beyond its columns is not read.
void pack_across(const float* b, Step step, int columns, int k, int wide, float* to) {
  for (int j = 0; j < columns; j += 4) {
    const auto n = static_cast<std::size_t>(std::min(4, columns - j));
    const float* from = b + j;
    float* out = to + j / wide * wide * k + j % wide;
    for (int p = 0; p < k; ++p, from += step, out += wide) store(out, load_some(from, n));
  }
}

// The two operands and what becomes of C = start + A B; A(i, p) = a[i a_row + p a_col], likewise B.
struct Product {
  int m, n, k;
  const float* a;
  Step a_row, a_col;
  const float* b;
  Step b_row, b_col;
  const float* start;  // m values, or null for zeros
  bool add;
  float* c;
  Step ldc;
};

// Products of a few numbers, for which blocks and tiles would take longer than the sums: at most 4
// rows, and terms that fit a small panel.
constexpr int few = 32;

bool is_tiny(int m, int n, int k) { return m <= 4 && n <= few && k <= few; }

template <int m>
void multiply_tiny(const Product& q) {
  alignas(16) float panel[4 * few];
  const float* a = q.a;
  Step next = q.a_col;
  if (m < 4 || q.a_row != 1) {
    for (int p = 0; p < q.k; ++p)
      for (int i = 0; i < 4; ++i) panel[4 * p + i] = i < m ? q.a[i * q.a_row + p * q.a_col] : 0.0f;
    a = panel;
    next = 4;
  }
  const Packet start = q.start == nullptr ? splat(0) : load_some(q.start, m);
  for (int j = 0; j < q.n; ++j) {
    const float *from_a = a, *from_b = q.b + j * q.b_col;
    Packet sums = start;
    for (int p = 0; p < q.k; ++p, from_a += next, from_b += q.b_row)
      sums = add(sums, mul(load(from_a), splat(*from_b)));
    float* const c = q.c + j * q.ldc;
    store_some(c, q.add ? add(load_some(c, m), sums) : sums, m);
  }
}

void multiply(const Product& q, float* scratch, const TileSet& tiles) {
  const auto [m, n, k, a, a_row, a_col, b, b_row, b_col, start, adds, c, ldc] = q;
  if (is_tiny(m, n, k)) {
    if (m == 4) return multiply_tiny<4>(q);
    if (m == 3) return multiply_tiny<3>(q);
    if (m == 2) return multiply_tiny<2>(q);
    return multiply_tiny<1>(q);
  }
  const bool across = b_col == 1;
  const int wide = tiles.wide;
  const int depth = even_depth(k);
  const bool copy_a = a_row != 1 || (m * depth > in_place && n >= repaid);
  const bool copy_b = across && n * depth > in_place;
  float* const tail = scratch + tall * depth;
  float* const packed_b = tail + tall;

  for (int n0 = 0; n0 < n; n0 += block_n) {
    const int columns = std::min(block_n, n - n0);
    for (int k0 = 0; k0 < k; k0 += depth) {
      const int kd = std::min(depth, k - k0);
      const float* from_b = b + k0 * b_row + n0 * b_col;
      Step next_b = wide * b_col;
      Tile t{.k = kd, .b_step = across ? b_row : b_col, .ldc = ldc, .add = adds || k0 > 0};
      if (copy_b) {
        pack_across(from_b, b_row, columns, kd, wide, packed_b);
        from_b = packed_b;
        t.b_step = wide;
        next_b = wide * Step{kd};
      }
      int height = 0;
      for (int i = 0; i < m; i += height) {
        height = tile_height(m - i);
        t.rows = std::min(height, m - i);
        t.a = a + i * a_row + k0 * a_col;
        t.a_step = a_col;
        const bool packed = copy_a || t.rows < height;
        if (packed) {
          pack_panel(t.a, a_row, a_col, t.rows, height, kd, scratch);
          t.a = scratch;
          t.a_step = height;
        }
        const TileFunction* by_columns = tiles.of(across, packed, height);
        if (start != nullptr && k0 == 0) {
          t.start = start + i;
          if (t.rows < height) {
            std::fill(std::copy(start + i, start + m, tail), tail + tall, 0.0f);
            t.start = tail;
          }
        }
        t.b = from_b;
        t.c = c + i + Step{n0} * ldc;
        for (int j = 0; j < columns; j += wide, t.b += next_b, t.c += wide * Step{ldc})
          by_columns[std::min(wide, columns - j) - 1](t);
      }
    }
  }
}

}  // namespace

std::size_t gemm_scratch(int m, int n, int k) {
  if (is_tiny(m, n, k)) return 0;
  const int columns = padded(std::min(n, block_n), widest);
  return static_cast<std::size_t>((tall + columns) * even_depth(k) + tall);
}

void gemm(bool trans_a, bool trans_b, int m, int n, int k, const float* a, int lda, const float* b,
          int ldb, Into into, float* c, int ldc, float* scratch, const TileSet& tiles) {
  const bool adds = into == Into::add;
  if (k == 0 && !adds)
    for (int j = 0; j < n; ++j) std::fill(c + Step{j} * ldc, c + Step{j} * ldc + m, 0.0f);
  if (m == 0 || n == 0 || k == 0) return;
  multiply({m, n, k, a, trans_a ? lda : 1, trans_a ? 1 : lda, b, trans_b ? ldb : 1,
            trans_b ? 1 : ldb, nullptr, adds, c, ldc},
           scratch, tiles);
}

void affine(int m, int n, int k, const float* w, const float* x, const float* bias, float* z,
            float* scratch, const TileSet& tiles) {
  assert(m > 0 && n > 0 && k > 0);
  multiply({m, n, k, w, 1, m, x, 1, k, bias, false, z, m}, scratch, tiles);
}

}  // namespace nn
