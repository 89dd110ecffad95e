// The arithmetic of one output cell as matrices: what lies under the kernel, times the kernel,
// which a hand can change, gives the products, whose sum is the cell.
#pragma once

#include <imgui.h>

#include "lab/figure.h"
#include "ui/frame/theme.h"
#include "ui/frame/widget.h"
#include "ui/maps/cell_grid.h"
#include "ui/sliding/equation_plan.h"

namespace ui {

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
