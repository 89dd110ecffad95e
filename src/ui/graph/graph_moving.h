// Nodes of a drawn graph that a hand moves: by a drag, or by Shift and an arrow key.
#pragma once

#include "ui/graph/graph_hand.h"

namespace ui {

// Asks for new places where a drag has ended or the keys have moved a node, whose arrow keys it
// takes for itself; draws the node that is on its way. To be called before `use_hand`.
void move_nodes(ImDrawList& draw, const GraphHand& hand, const GraphLayout& layout, const Area& a,
                Keys& k, ImVec2 origin, const GraphSpot& spot, Desk& desk);

// The places of all nodes as the field has them, "x,y;x,y"; empty where the arrows say.
std::string places_text(const lab::DrawnGraph& s);

}  // namespace ui
