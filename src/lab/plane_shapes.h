// Shapes of figures that show matrices and planes of values: cells, maps, heat, decision regions.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lab/plot_shapes.h"
#include "lab/value.h"

namespace lab {

// How strongly a cell of a block speaks. Each has a second signal: frame, hatching.
enum class Light : std::uint8_t { plain, part, full, chosen, masked };
constexpr int light_count = 5;

// One matrix among others, as tiles with numbers. `light` has one entry for each cell or is empty.
// `edit` names the table field whose cells these are; `pick_row` and `pick_col` name whole fields
// (counted from 1) that a click on a cell sets. `joiner` stands between this block and the next.
struct Block {
  std::string name;
  Role role = Role::neutral;
  Matrix values;
  std::vector<Light> light;
  std::string edit, pick_row, pick_col;
  std::string joiner;
  bool operator==(const Block&) const = default;
};

// Matrices side by side that belong to one calculation.
struct Blocks {
  std::vector<Block> blocks;
  bool operator==(const Blocks&) const = default;
};

// A plane of rows x cols values, row by row.
struct Plane {
  int rows = 0, cols = 0;
  std::vector<float> values;
  bool operator==(const Plane&) const = default;
};

// A stack of maps of one size, drawn as labelled tiles from one texture. `signed_values` asks for
// the two-sided ramp around zero, up to |value| = peak on either side; otherwise 0 to peak.
// `pick` names the field that a click on tile i sets, to names[i].
struct Tiles {
  int rows = 0, cols = 0;
  std::vector<std::string> names;
  std::vector<float> values;  // names.size() x rows x cols
  float peak = 1;
  bool signed_values = true;
  std::string pick;
  int lit = -1;
  bool operator==(const Tiles&) const = default;
};

enum class Border : std::uint8_t { zero, reflect, replicate };
constexpr int border_count = 3;

// A kernel that slides over a picture: output(r, c) = sum over channels, i and j of
// kernel(i, j) * input(r stride - pad + i dilation, c stride - pad + j dilation).
// One input plane and one kernel for each channel; three channels with `colour` are drawn as red,
// green and blue in [0, 1]. `row` and `col` are the output cell that is written out, from 0.
struct Sliding {
  std::vector<Plane> input, kernel;
  Plane output;
  bool colour = false;
  int stride = 1, pad = 0, dilation = 1;
  Border border = Border::zero;
  int row = 0, col = 0;
  std::string pick_row, pick_col;  // whole fields, counted from 1
  std::string edit_kernel;         // the table field with the kernels stacked downwards
  bool operator==(const Sliding&) const = default;
};

// One of several planes on a common scale.
struct HeatPanel {
  std::string name;
  Plane cells;
  bool operator==(const HeatPanel&) const = default;
};

// Planes as colours, side by side on one scale: a column of cells at each x, row 0 at the top. The
// axes span the outer edges of the plane. `value` names the scale; its range is fitted to all
// panels where low == high. `signed_values` asks for the two-sided ramp around zero. A NaN is a
// gap.
struct Heat {
  Axis x, y, value;
  bool signed_values = false;
  std::vector<std::string> rows;  // names of the rows, or empty
  std::vector<HeatPanel> panels;
  bool operator==(const Heat&) const = default;
};

// What a classifier says over a plane: `field` holds the probability of the second class, row 0 at
// the top (the largest y). `clouds` are the examples, the first cloud of the first class and so on.
struct BoundaryPanel {
  std::string name;
  Plane field;
  std::vector<Cloud> clouds;
  bool operator==(const BoundaryPanel&) const = default;
};

// Decision regions side by side on one pair of axes.
struct Boundary {
  Axis x, y;
  std::vector<BoundaryPanel> panels;
  bool operator==(const Boundary&) const = default;
};

}  // namespace lab
