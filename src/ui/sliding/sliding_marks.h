// What is drawn over the maps of a sliding kernel: who reads whom, and how far the map has grown.
#pragma once

#include "ui/frame/theme.h"
#include "ui/frame/widget.h"
#include "ui/sliding/equation.h"
#include "ui/sliding/sliding_layout.h"

namespace ui {

struct Scene {
  const lab::Sliding& s;
  const SlidingLayout& l;
  CellGrid input, output;  // on the canvas
  Desk& desk;
  const Theme& t;
  ImDrawList& draw;
  Cell picked, shown;  // output cells: of the parameters, and the one that is written out
  Cell source;         // the input cell under the pointer
  float right = 0;     // edge of the figure
};

// The cells that the kernel touches for the shown output cell, one by one where they can be told
// apart; entry `loud_tap` stands out.
void draw_window_frame(const Scene& v, int loud_tap);

// Veils what comes after the picked cell in reading order.
void draw_growth(const Scene& v);

// The output cells that read the input cell under the pointer.
void draw_fed(const Scene& v);

// From the window in the picture to its numbers, and from their sum to the cell.
void draw_leads(const Scene& v, const Equation& e);

}  // namespace ui
