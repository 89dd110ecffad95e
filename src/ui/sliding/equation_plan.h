// How much of the arithmetic of one output cell fits into a room, and how large.
#pragma once

#include <imgui.h>

#include <string_view>

#include "lab/shapes/sliding.h"

namespace ui {

struct EquationPlan {
  int rows = 0, cols = 0;  // of the kernel
  ImVec2 cell;             // size of an entry, in points
  int grids = 1;           // 1 the kernel, 2 the window and the products, 3 the kernel between them
  int across = 1;          // grids beside each other
  int channels = 1;        // a row of names where there are several
  bool numbered = false;   // an entry has room for a number, not for its colour alone
  float step = 0;          // from the left of a grid to that of its neighbour
  ImVec2 size;

  // Every product has a cell that has room for a number.
  bool written_out() const;

  // Which of the grids it is, or -1.
  int window() const { return grids > 1 ? 0 : -1; }
  int kernel() const { return grids == 2 ? -1 : grids / 2; }
  int products() const { return grids > 1 ? grids - 1 : -1; }

  float caption_room() const;  // above each grid
  float line_gap() const;
  float tabs_room() const;
};

// Size of the numbers in grids, as a multiple of running text.
float number_scale();

// What stands before the name of the grid of products, and that of the kernel.
const char* products_sign(const EquationPlan& p);
const char* kernel_sign(const EquationPlan& p);

// The width of a caption with the sign before it and its marker.
float caption_width(std::string_view sign, std::string_view name);

// The most that fits into `room`. Where window, kernel and products do not fit in large numbers
// they do with smaller steps between them, in two rows, or without the kernel's grid; where no
// number fits, as colours, and where no colour does, the kernel alone. What takes more height than
// there is takes as little as it can.
EquationPlan equation_plan(const lab::Sliding& s, ImVec2 room);

}  // namespace ui
