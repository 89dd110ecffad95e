// Where matrices of one calculation stand: side by side as large as they fit, otherwise in rows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lab/figure.h"
#include "ui/frame/marks.h"
#include "ui/frame/widget.h"

namespace ui {

struct BlockPlace {
  Box cells;         // from the figure's top left
  ImVec2 cell;       // size of one
  int digits = 4;    // significant ones that fit; 0 where no number does
  ImVec2 joiner;     // middle of the joiner that follows
  float name_y = 0;  // top of the name
};

struct BlockLayout {
  std::vector<BlockPlace> places;
  float text = 1;    // size of the numbers, as a multiple of running text
  float joiner = 1;  // size of the joiners
  ImVec2 size;
};

// `largest` is how far the numbers may grow beyond running text where there is room.
BlockLayout block_layout(const lab::Blocks& shape, float width, float largest = 1.3f);

// The lowest that still reads: rows close together, numbers in the smallest type.
BlockLayout dense_block_layout(const lab::Blocks& shape, float width);

// The largest numbers, and with these the widest distances, with which it is no higher than the
// room; the lowest that reads where nothing is.
BlockLayout fitted_block_layout(const lab::Blocks& shape, ImVec2 room);

// A joiner that begins with the sign of a transpose: the sign belongs to the matrix before it.
bool transposes(const lab::Block& b);

// What stands between a block and the next, without that sign.
std::string_view operator_of(const lab::Block& b);

// Joiners are signs, not words: this much larger than running text where there is room.
constexpr float joiner_text = 1.35f;

// Draws blocks where a layout has put them, seen from `origin`.
void draw_blocks(const char* id, const lab::Blocks& shape, const BlockLayout& layout, ImVec2 origin,
                 Desk& desk);

// The width at which everything stands in one row at the size of running text.
float natural_width(const lab::Blocks& shape);

}  // namespace ui
