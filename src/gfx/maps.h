// A stack of float maps, drawn as tiles by the shader maps.frag.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "gfx/colour_map.h"
#include "gfx/target.h"
#include "gfx/texture.h"
#include "num/edge.h"

namespace gfx {

// Planes of rows x cols values each, row by row from the top. The values belong to the caller.
struct Planes {
  int rows = 0, cols = 0;
  std::vector<std::span<const float>> values;
  int count() const { return static_cast<int>(values.size()); }
};

// Where the tiles stand, in pixels from the top left of the target: tile i in column i % columns.
// The pitch is the way from one tile to the next and at least a tile; what lies between is clear.
struct Grid {
  int columns = 1;
  int tile_width = 0, tile_height = 0;
  int pitch_x = 0, pitch_y = 0;
  bool operator==(const Grid&) const = default;

  int width(int tiles) const { return (std::min(columns, tiles) - 1) * pitch_x + tile_width; }
  int height(int tiles) const { return (tiles - 1) / columns * pitch_y + tile_height; }
};

// How values become colours. In `colour`, every three planes are the red, green and blue of one
// tile, in [0, 1], and the ramp is not used.
struct Look {
  Ramp ramp;
  float peak = 1;
  bool colour = false;
  int ring =
      0;  // cells of padding on each side; cells are sized so that ring and map fill the tile
  num::Edge edge = num::Edge::zero;    // what the ring holds
  Rgb ground{1, 1, 1}, line{0, 0, 0};  // a ring fades to the ground; hatches are lines on it
  int period = 6;                      // of a hatch, in pixels
  bool operator==(const Look&) const = default;
};

// Planes in a texture: downwards, and where that would be too tall, in further columns.
class Stack {
 public:
  // False where the device has no room for them: the stack is then empty.
  bool upload(const Planes& planes);

  GLuint texture() const { return texture_.id(); }
  int rows() const { return rows_; }
  int cols() const { return cols_; }
  int count() const { return count_; }
  int in_a_column() const { return in_a_column_; }

 private:
  Texture texture_;
  int rows_ = 0, cols_ = 0, count_ = 0, in_a_column_ = 1;
};

// How many planes of a height stand in one column, and how many columns that takes: as few as can
// be. None where a side of the whole would be above `largest`.
struct Columns {
  int in_a_column = 0, columns = 0;
};
Columns stacked(int rows, int cols, int count, int largest);

// The pass that draws them, row 0 of each on top. The picture has the size of the grid.
class MapPass {
 public:
  struct Picture {
    Grid grid;
    Look look;
    bool operator==(const Picture&) const = default;
  };
  MapPass();
  const std::string& error() const { return program_.error(); }
  // False where the target cannot have that size.
  bool draw(const Stack& stack, const Picture& picture, Target& target) const;

 private:
  Program program_;
};

}  // namespace gfx
