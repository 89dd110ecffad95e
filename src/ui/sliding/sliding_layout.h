// Where the parts of a sliding kernel stand: input, arithmetic and output side by side, or one
// above the other where it is narrow.
#pragma once

#include <imgui.h>

#include "lab/figure.h"
#include "ui/maps/cell_grid.h"
#include "ui/sliding/equation.h"

namespace ui {

enum class Arrangement { row, arithmetic_below, column };

struct SlidingLayout {
  Arrangement arrangement = Arrangement::row;
  CellGrid input, output;  // placed from the figure's top left, captions above and feet below them
  float input_wide = 0;    // room for words above and below the input
  EquationPlan equation;
  ImVec2 equation_at;
  bool legend_beside = false;  // the map's legend stands in the line of its buttons, not beneath
  float sum_y = 0;             // top of the sum that is written as a line
  int sum_lines = 1;           // 0 where the products stand in the arithmetic, one by one
  float height = 0;
};

SlidingLayout sliding_layout(const lab::Sliding& s, ImVec2 size);

// The height that the layout takes at a width, for what can be drawn.
float sliding_height(const lab::Sliding& s, float width);

float caption_height();
float foot_height();

// The width of a map's legend, and how far the buttons before it reach from the left.
float map_legend_width(float map_width);
float map_buttons_width();

// True where there is something to slide over and something comes out.
bool can_be_drawn(const lab::Sliding& s);

}  // namespace ui
