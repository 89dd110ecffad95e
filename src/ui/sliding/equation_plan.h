// How much of the arithmetic of one output cell fits into a room, and how large.
#pragma once

#include <imgui.h>

#include "lab/shapes/sliding.h"

namespace ui {

struct EquationPlan {
  int rows = 0, cols = 0;  // of the kernel
  ImVec2 cell;             // size of an entry, in points
  int grids = 1;           // 1 the kernel, 2 its products too, 3 the window before both
  int across = 1;          // grids beside each other
  int channels = 1;        // a row of names where there are several
  ImVec2 size;

  // Every product has a cell that has room for a number.
  bool written_out() const;

  float caption_room() const;  // above each grid
  float grid_gap() const;      // between neighbours, with room for their brackets
  float line_gap() const;
  float tabs_room() const;
};

// Size of the numbers in grids, as a multiple of running text.
float number_scale();

// The most that fits into `room`; the kernel is always there. With more than five entries along a
// side the window is left out.
EquationPlan equation_plan(const lab::Sliding& s, ImVec2 room);

}  // namespace ui
