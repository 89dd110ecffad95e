// A plane of cells on the canvas: where each cell lies, and which one lies under a point.
#pragma once

#include <imgui.h>

#include <vector>

#include "gfx/cache.h"
#include "lab/figure.h"
#include "ui/frame/marks.h"
#include "ui/frame/theme.h"

namespace ui {

// A cell by row and column, from 0. `row` < 0 is no cell.
struct Cell {
  int row = -1, col = -1;
  bool any() const { return row >= 0; }
  bool operator==(const Cell&) const = default;
};

struct CellGrid {
  ImVec2 at;       // top left, the ring included
  float cell = 1;  // side of a cell, in points
  int rows = 0, cols = 0, ring = 0;
  int width_px = 0, height_px = 0;  // in device pixels

  float width() const { return static_cast<float>(cols + 2 * ring) * cell; }
  float height() const { return static_cast<float>(rows + 2 * ring) * cell; }
  Box box() const { return {at, {at.x + width(), at.y + height()}}; }
  // The box of a cell, or of a block of them; cells of the ring have negative numbers or more than
  // there are.
  Box box(int row, int col, int tall = 1, int wide = 1) const;
  Cell find(ImVec2 point) const;     // no cell outside and in the ring
  Cell nearest(ImVec2 point) const;  // the closest one
};

// As large as `room` allows with cells of at most `most` points. From two device pixels on, a cell
// is a whole number of them, so that all cells are alike.
CellGrid fitted(ImVec2 room, int rows, int cols, int ring, float most);

// The same cells with their corner on the device pixel next to `at`.
CellGrid placed(CellGrid cells, ImVec2 at);

// Draws the planes of `values` onto the cells through the cache; where that cannot be, says why.
void draw_planes(ImDrawList& draw, ImGuiID owner, const CellGrid& cells, const gfx::Values& values,
                 gfx::Look look, gfx::Cache* cache, const Theme& t);

// Outlines a block so that it can be seen however small its cells are.
void outline(ImDrawList& draw, const Box& box, ImU32 colour, float thick, const Theme& t);

// Writes values into their cells, ring included, where all of a small plane fit.
void write_cells(ImDrawList& draw, const CellGrid& cells, const lab::Plane& plane, num::Edge edge,
                 const gfx::Ramp& ramp, float peak, const Theme& t);

}  // namespace ui
