// The inner loops of matrix products and convolutions: tiles of 8 or 4 rows by some columns that
// fit the registers. There are several sets of them, by the width of registers and the number of
// columns; every set sums each entry of C in the same order, so that all give the same bits.
#pragma once

#include <cstddef>

namespace nn {

using Step = std::ptrdiff_t;

inline constexpr int tall = 8;    // most rows of a tile
inline constexpr int widest = 8;  // most columns of a tile of any set

constexpr int pieces(int n, int size) { return (n + size - 1) / size; }
constexpr int padded(int n, int unit) { return pieces(n, unit) * unit; }

// The height of the tile that takes the next of `rows` rows.
constexpr int tile_height(int rows) { return rows > 4 ? tall : 4; }

// One tile of C = start + A B. The sum goes over `runs` stretches of k terms each, in order. A is a
// panel as high as the tile, its columns a_step apart through all runs. Of B, a run begins b_run
// after the one before it, and
//   across:     the values of a term's columns lie side by side, b_step leads to the next term;
//   not across: the terms of a column lie side by side, b_step leads to the next column.
struct Tile {
  int k = 0, runs = 1;
  const float* a = nullptr;
  Step a_step = 0;
  const float* b = nullptr;
  Step b_step = 0, b_run = 0;
  const float* start = nullptr;  // what each column starts from, as high as the tile; zero if null
  float* c = nullptr;
  Step ldc = 0;
  int rows = 0;      // of C, at most the tile's height
  bool add = false;  // the tile to C, or put it in C's place
};

// Called through pointers so that no linker inlines them: in a function of all tiles the compilers
// of WebAssembly run out of registers. k >= 1.
using TileFunction = void (*)(const Tile&);

struct TileSet {
  int wide;  // most columns of its tiles

  // [across][packed][height / 8][columns - 1]
  TileFunction functions[2][2][2][widest];

  // The functions for a tile of 4 or 8 rows and 1 to `wide` columns, [columns - 1]. `packed`
  // promises that a_step is the tile's height.
  const TileFunction* of(bool across, bool packed, int height) const {
    return functions[across][packed][height / tall];
  }
};

// With packets of 4 floats, which every processor has; and the fastest that this one has, which is
// the same set where there is no other.
const TileSet& general_tiles();
const TileSet& fastest_tiles();

// Copies the rows x k matrix A, A(i, p) = a[i row + p col], to a panel of `height` rows with zeros
// for the rows that are missing. height is 4 or 8, rows <= height.
void pack_panel(const float* a, Step row, Step col, int rows, int height, int k, float* to);

}  // namespace nn
