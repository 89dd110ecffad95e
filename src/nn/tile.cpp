#include "nn/tile.h"

#include <algorithm>

#include "nn/packet.h"
#include "nn/tile_avx.h"
#include "nn/tile_loop.h"

namespace nn {
namespace {

struct Lanes {
  using Packet = nn::Packet;
  static constexpr int count = static_cast<int>(lanes);

  static Packet splat(float x) { return nn::splat(x); }
  static Packet load(const float* p) { return nn::load(p); }
  static void store(float* p, Packet x) { nn::store(p, x); }
  static Packet load_some(const float* p, int n) {
    return nn::load_some(p, static_cast<std::size_t>(n));
  }
  static void store_some(float* p, Packet x, int n) {
    nn::store_some(p, x, static_cast<std::size_t>(n));
  }
  static Packet add(Packet a, Packet b) { return nn::add(a, b); }
  static Packet mul(Packet a, Packet b) { return nn::mul(a, b); }
};

// 8 sums, 2 packets of A, one number of B spread over a packet and one product: 12 registers of 16.
constexpr TileSet general = tile_set<Lanes, Lanes, 4>();

#ifdef NN_AVX
const bool has_avx = __builtin_cpu_supports("avx");
#endif

}  // namespace

const TileSet& general_tiles() { return general; }

const TileSet& fastest_tiles() {
#ifdef NN_AVX
  if (has_avx) return avx_tiles();
#endif
  return general;
}

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

}  // namespace nn
