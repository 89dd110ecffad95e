// The cells of one block: how they look, and how a hand changes them.
#pragma once

#include <string>

#include "lab/figure.h"
#include "ui/controls/wish.h"
#include "ui/frame/focus.h"
#include "ui/frame/theme.h"
#include "ui/maps/block_layout.h"

namespace ui {

struct Cells {
  const lab::Block& block;
  const BlockPlace& place;
  ImVec2 at;         // top left on the canvas
  float text_scale;  // of the numbers

  Box box(int cell) const;
};

// The bar at the foot of a cell that takes part, below its number in the lowest of cells.
Box foot_bar(const Box& cell);

// The light of a cell in words, empty for a plain one.
std::string light_words(const lab::Block& b, int cell);

// Draws all of them; `loud` is the one that is read out.
void draw_cells(const Cells& cells, const lab::Matrix& values, int loud, bool editable,
                ImDrawList& draw, const Theme& t);

// Changes a cell of the parameter `field` by dragging it sideways, or opens it for typing by a
// double click or Enter. `values` becomes what is in the hand.
void edit_cell(const Area& a, const Keys& k, int pointed, int chosen, const lab::Field& field,
               lab::Matrix& values, Desk& desk);

// The text box of a cell that is being typed into.
void type_cell(const Cells& cells, ImGuiID owner, const lab::Field& field,
               const lab::Matrix& values, Desk& desk);

}  // namespace ui
