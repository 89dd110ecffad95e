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
// `room` left free at the right: beside the label, or in a line of its own beneath it where a word
// of the label would have to be broken. Returns the top of that free place. A double click on the
// label resets the field. Moves the cursor below.
float headline(const lab::Field& field, float width, float room, Desk& desk);

// A flat button of the height of a line; true when pressed.
bool flat_button(const char* id, const std::string& text, float width);

}  // namespace ui
