// Buttons above a graph whose arrows are drawn by hand: what a touch does, and what to do with the
// selected arrow.
#pragma once

#include "ui/frame/marks.h"
#include "ui/graph/graph_hand.h"

namespace ui {

// Draws the buttons into `box`, and beneath them a line that says what the hand can do; does what
// is asked for. `id` is that of the figure's area.
void hand_bar(const lab::Graph& g, ImGuiID id, GraphHand& hand, Box box, Desk& desk);

// The height that they take at a width.
float hand_bar_height(const lab::Graph& g, float width, const lab::DrawnGraph* drawn = nullptr);

}  // namespace ui
