// A hand on the input of a sliding kernel: it moves the kernel, or draws on the input with a pen.
#pragma once

#include "ui/frame/focus.h"
#include "ui/sliding/sliding_marks.h"

namespace ui {

// The output cell at which the middle of the kernel is nearest to a cell of the input.
Cell cell_over(const lab::Sliding& s, Cell input);

// Draws with the pen where a hand is held on the input, and asks for the plane that comes of it. A
// stroke is added to what is drawn already; over anything else it begins a plane of its own. Does
// nothing where the figure offers no pen.
void paint_input(const Scene& v, const Area& a);

// Below an input that can be painted: what to do, and a button that takes the drawing away.
void draw_pen_words(const Scene& v, ImVec2 at);

}  // namespace ui
