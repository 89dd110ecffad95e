// The arithmetic of one output cell as matrices: what lies under the kernel, times the kernel,
// which a hand can change, gives the products, whose sum is the cell.
#pragma once

#include <imgui.h>

#include "lab/figure.h"
#include "ui/frame/theme.h"
#include "ui/frame/widget.h"
#include "ui/maps/sheet.h"

namespace ui {

struct EquationPlan {
  int rows = 0, cols = 0;  // of the kernel
  ImVec2 cell;             // size of an entry, in points
  int grids = 1;           // 1 the kernel, 2 its products too, 3 the window before both
  int across = 1;          // grids beside each other
  int channels = 1;        // a row of names where there are several
  ImVec2 size;

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

struct Equation {
  int channel = 0;  // that is written out
  int tap = -1;     // the kernel entry under the pointer, row by row, or -1
  Box window;       // the first grid, where it shows the window; empty otherwise
  ImVec2 result;    // beside the sum
};

// Draws it for output cell `shown` with its top left at `at`. A change of the kernel is a wish for
// the field `s.edit_kernel`: one kernel where all channels share it, all of them stacked otherwise.
Equation equation(const lab::Sliding& s, Cell shown, ImVec2 at, const EquationPlan& plan,
                  Desk& desk, const Theme& t);

}  // namespace ui
