// Arrows of a graph that a hand draws, turns and deletes: with a mouse, with a finger and by keys.
#pragma once

#include <string>

#include "lab/shapes/graph.h"
#include "ui/frame/focus.h"
#include "ui/frame/widget.h"
#include "ui/graph/graph_layout.h"

namespace ui {

// What the hand is at. Nodes, edges and sets are counted from 0; -1 is none.
struct GraphHand {
  int set = -1;         // whose arrows are drawn; -1: the graph is only looked at
  int begun = -1;       // the node where an arrow has been begun
  int edge = -1;        // the arrow that is selected
  int pulled = -1;      // the node that an arrow is being pulled from, with the button down
  std::string refused;  // why the last arrow was not drawn, or empty
  int refused_at = -1;  // the node beside which that is said
};

// True where the lab has a field for arrows of some set.
bool has_hand(const lab::Graph& g, const Desk& desk);

// As the last frame left it under the id of the figure's area.
GraphHand graph_hand(const lab::Graph& g, ImGuiID id);

// Asks for the selected arrow the other way round, or for its field without it; for nothing where
// none is selected.
void turn_arrow(const lab::Graph& g, ImGuiID id, const GraphHand& hand, Desk& desk);
void remove_arrow(const lab::Graph& g, ImGuiID id, const GraphHand& hand, Desk& desk);

// What lies under the pointer, and the node that the keyboard has reached.
struct GraphSpot {
  int pointed = -1, edge = -1, at = -1;
};

// The arrow of a set that passes within a finger's or a pointer's reach of the mouse, or -1.
int edge_under(const lab::Graph& g, const GraphLayout& layout, const Area& a, ImVec2 origin);

// Does what pointer and keys ask for in this frame: all of it as wishes for whole texts of fields.
void use_hand(const lab::Graph& g, const Area& a, const Keys& k, const GraphSpot& spot,
              GraphHand& hand, Desk& desk);

// The arrow that is being drawn, under the nodes.
void draw_hand(ImDrawList& draw, const lab::Graph& g, const GraphLayout& layout, const Area& a,
               ImVec2 origin, const GraphSpot& spot, const GraphHand& hand);

}  // namespace ui
