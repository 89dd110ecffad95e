// The loop of a tile, for any kind of packets: `Lanes` has the type Packet, how many floats it
// holds as `count`, and splat, load, store, load_some, store_some, add and mul. Sources that
// include this are compiled for processors of their own, so nothing in it calls an inline function
// of another header: the linker might take the one that was compiled for more than a processor
// has. For the same reason `Lanes` is local to its source.
#pragma once

#include <utility>

#include "nn/tile.h"

namespace nn {

// V packets of rows by N columns.
template <class Lanes, int V, int N, bool across, bool packed>
void run_tile(const Tile& t) {
  using Packet = typename Lanes::Packet;
  constexpr int count = Lanes::count;
  Packet sums[N][V];
  for (int v = 0; v < V; ++v) {
    const Packet start = t.start == nullptr ? Lanes::splat(0) : Lanes::load(t.start + count * v);
    for (int j = 0; j < N; ++j) sums[j][v] = start;
  }

  const Step a_step = packed ? count * V : t.a_step, b_step = t.b_step;
  for (int run = 0; run < t.runs; ++run) {
    const float *a = t.a + run * t.k * a_step, *b = t.b + run * t.b_run;
    // Inlined even with the sanitizers, where calls would take most of the time.
    const auto multiply = [&]() __attribute__((always_inline)) {
      Packet column[V];
      for (int v = 0; v < V; ++v) column[v] = Lanes::load(a + count * v);
      for (int j = 0; j < N; ++j) {
        const Packet weight = Lanes::splat(across ? b[j] : b[j * b_step]);
        for (int v = 0; v < V; ++v)
          sums[j][v] = Lanes::add(sums[j][v], Lanes::mul(column[v], weight));
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

  if (t.rows == count * V) {
    for (int j = 0; j < N; ++j)
      for (int v = 0; v < V; ++v) {
        float* const c = t.c + j * t.ldc + count * v;
        Lanes::store(c, t.add ? Lanes::add(Lanes::load(c), sums[j][v]) : sums[j][v]);
      }
    return;
  }
  for (int j = 0; j < N; ++j)
    for (int v = 0; v < V; ++v) {
      const int rest = t.rows - count * v, rows = rest < count ? rest : count;
      if (rows <= 0) continue;
      float* const c = t.c + j * t.ldc + count * v;
      Lanes::store_some(c, t.add ? Lanes::add(Lanes::load_some(c, rows), sums[j][v]) : sums[j][v],
                        rows);
    }
}

template <class Lanes, int height, bool across, bool packed, int... j>
constexpr void fill_tiles(TileSet& set, std::integer_sequence<int, j...>) {
  ((set.functions[across][packed][height / tall][j] =
        run_tile<Lanes, height / Lanes::count, j + 1, across, packed>),
   ...);
}

// All tiles of up to `wide` columns, those of 4 rows with packets of `Four` and those of 8 with
// packets of `Eight`.
template <class Four, class Eight, int wide>
constexpr TileSet tile_set() {
  constexpr std::make_integer_sequence<int, wide> columns;
  TileSet set{wide, {}};
  fill_tiles<Four, 4, false, false>(set, columns);
  fill_tiles<Four, 4, false, true>(set, columns);
  fill_tiles<Four, 4, true, false>(set, columns);
  fill_tiles<Four, 4, true, true>(set, columns);
  fill_tiles<Eight, 8, false, false>(set, columns);
  fill_tiles<Eight, 8, false, true>(set, columns);
  fill_tiles<Eight, 8, true, false>(set, columns);
  fill_tiles<Eight, 8, true, true>(set, columns);
  return set;
}

}  // namespace nn
