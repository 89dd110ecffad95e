// What a drawn graph was before, for a hand that wants it back.
#pragma once

#include <string>
#include <vector>

#include "ui/graph/graph_hand.h"

namespace ui {

struct GraphSteps {
  bool back = false, forth = false;  // whether there is a step to take
};

// Looks whether the arrows or the places of the graph have changed, by whatever hand, and keeps
// what they were. To be called in each frame.
GraphSteps see_history(const lab::Graph& g, ImGuiID id, const GraphHand& hand, const Desk& desk);

// Asks for what the graph was a step before, or for what was undone last.
void undo_graph(ImGuiID id, Desk& desk);
void redo_graph(ImGuiID id, Desk& desk);

}  // namespace ui
