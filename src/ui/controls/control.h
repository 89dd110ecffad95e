// The control of one field: label, value with its unit, and what changes it.
#pragma once

#include <string>

#include "ui/frame/widget.h"

namespace ui {

// Draws the control at ImGui's cursor, `width` wide, and moves the cursor below it. Where a figure
// already shows the cells of a table, `in_figure`, only its size is offered.
void control(const lab::Field& field, float width, bool in_figure, Desk& desk);

// "input side n [px]" taken apart.
struct Caption {
  std::string label, unit;
};
Caption caption(const lab::Field& field);

// The line above a control: the label, marked where the value differs from the instance's own, with
// `room` left free at the right. A double click resets the field. Moves the cursor below.
void headline(const lab::Field& field, float width, float room, Desk& desk);

// A slider with its typed value, for whole numbers and reals (slider.cpp).
void slider(const lab::Field& field, float width, Desk& desk);

// A grid of numbers for lists and tables (grid.cpp).
void grid(const lab::Field& field, const lab::Reals& reals, float width, Desk& desk);
void grid(const lab::Field& field, const lab::Table& table, float width, bool in_figure,
          Desk& desk);

// A switch for each name, side by side (names.cpp).
void toggles(const lab::Field& field, const lab::Subset& subset, float width, Desk& desk);

// The arrows as text, which opens for typing, and a square with a cell for each arrow that there
// may be: rows are where it begins, columns where it ends (names.cpp).
void arrows(const lab::Field& field, const lab::Arrows& arrows, float width, Desk& desk);

// The first line, which opens for typing all of them (words.cpp).
void words(const lab::Field& field, const lab::Text& text, float width, Desk& desk);

// The name of a file, and buttons that ask for one and give it up (words.cpp).
void file(const lab::Field& field, const lab::Asset& asset, float width, Desk& desk);

// The first line of a text as far as it fits, with "…" where that is not all.
std::string first_line(const std::string& text, float width);

// A flat button of the height of a line; true when pressed.
bool flat_button(const char* id, const std::string& text, float width);

}  // namespace ui
