#include "nn/tile.h"

#include <algorithm>

#include "nn/packet.h"

namespace nn {
namespace {

// 4 V rows by N columns.
template <int V, int N, bool across, bool packed>
void tile(const Tile& t) {
  Packet sums[N][V];
  for (int v = 0; v < V; ++v) {
    const Packet start = t.start == nullptr ? splat(0) : load(t.start + 4 * v);
    for (int j = 0; j < N; ++j) sums[j][v] = start;
  }

  const Step a_step = packed ? 4 * V : t.a_step, b_step = t.b_step;
  for (int run = 0; run < t.runs; ++run) {
    const float *a = t.a + run * t.k * a_step, *b = t.b + run * t.b_run;
    // Inlined even with the sanitizers, where calls would take most of the time.
    const auto multiply = [&]() __attribute__((always_inline)) {
      Packet column[V];
      for (int v = 0; v < V; ++v) column[v] = load(a + 4 * v);
      for (int j = 0; j < N; ++j) {
        const Packet weight = splat(across ? b[j] : b[j * b_step]);
        for (int v = 0; v < V; ++v) sums[j][v] = add(sums[j][v], mul(column[v], weight));
      }
      a += a_step;
      b += across ? b_step : 1;
    };
    // Eight steps a round, each with its own way out: the branches keep compilers from computing
    // the steps side by side, for which there are no registers.
    int left = t.k;
    const auto last = [&]() __attribute__((always_inline)) {
      multiply();
      return --left == 0;
    };
    while (!(last() || last() || last() || last() || last() || last() || last() || last())) {
    }
  }

  if (t.rows == 4 * V) {
    for (int j = 0; j < N; ++j)
      for (int v = 0; v < V; ++v) {
        float* const c = t.c + j * t.ldc + 4 * v;
        store(c, t.add ? add(load(c), sums[j][v]) : sums[j][v]);
      }
    return;
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

template <bool across, bool packed>
constexpr Tiles tiles = {{tile<1, 1, across, packed>, tile<1, 2, across, packed>,
                          tile<1, 3, across, packed>, tile<1, 4, across, packed>},
                         {tile<2, 1, across, packed>, tile<2, 2, across, packed>,
                          tile<2, 3, across, packed>, tile<2, 4, across, packed>}};

}  // namespace

const Tiles& tiles_for(bool across, bool packed) {
  if (across) return packed ? tiles<true, true> : tiles<true, false>;
  return packed ? tiles<false, true> : tiles<false, false>;
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
