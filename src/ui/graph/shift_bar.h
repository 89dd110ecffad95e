// Buttons above a graph whose nodes are moved along their columns, and a line that says how.
#pragma once

#include "lab/shapes/graph.h"
#include "ui/frame/focus.h"
#include "ui/frame/marks.h"
#include "ui/frame/widget.h"

namespace ui {

// The field that is set by moving a node; null where none can be moved.
const lab::Field* shift_field(const lab::Graph& g, const Desk& desk);

// The height that they take at a width.
float shift_bar_height(float width);

// Draws them into `box`. Returns the way that the node `at` (-1 for none) was asked to go: -1 up, 1
// down, 0 nowhere.
int shift_bar(const lab::Graph& g, int at, Box box);

// The way that Shift and an arrow key ask for.
int shift_by_keys(const Keys& k);

// Asks for `node` one row up or down, where it can go there.
void shift_node(const lab::Node& node, int way, const lab::Field& field, Desk& desk);

// Arrows beside a node, up and down as it can be moved.
void draw_shifts(ImDrawList& draw, const lab::Node& node, const Box& box, ImU32 colour);

}  // namespace ui
