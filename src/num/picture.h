// Pictures to another size.
#pragma once

#include <span>
#include <vector>

namespace num {

// The part of a plane that is looked at: `height` x `width` cells from cell (top, left) on.
struct Crop {
  int top = 0, left = 0, height = 1, width = 1;
};

// The crop of a plane with `cols` columns, brought to out_rows x out_cols cells, row by row: each
// new cell is the mean of what it covers, parts of cells by their area. The mean of the whole is
// kept, so a constant stays itself; to more cells than before, cells are repeated. The crop must
// lie on the plane and every count be >= 1.
std::vector<float> area_average(std::span<const float> plane, int cols, const Crop& crop,
                                int out_rows, int out_cols);

}  // namespace num
