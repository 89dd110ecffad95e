// Arrows of a graph that a hand draws, turns and deletes: with a mouse, with a finger and by keys.
#pragma once

#include <string>

#include "lab/shapes/drawn_graph.h"
#include "ui/frame/focus.h"
#include "ui/frame/widget.h"
#include "ui/graph/graph_layout.h"

namespace ui {

// What the hand is at. Nodes, edges and sets are counted from 0; -1 is none.
struct GraphHand {
  const lab::DrawnGraph* drawn = nullptr;  // what more it may do; null: nothing
  int set = -1;                            // whose arrows are drawn; -1: none are
  int pick = -1;                           // what a tap on a node sets, of those of the drawn graph
  bool moves = false;                      // nodes are moved
  int begun = -1;                          // the node where an arrow has been begun
  int edge = -1;                           // the arrow that is selected
  int pulled = -1;      // the node that is moved, or that an arrow is pulled from, button down
  std::string refused;  // why the last arrow was not drawn, or empty
  int refused_at = -1;  // the node beside which that is said
};

// True where the lab has a field for what a hand may do.
bool has_hand(const lab::Graph& g, const Desk& desk, const lab::DrawnGraph* drawn = nullptr);

// As the last frame left it under the id of the figure's area.
GraphHand graph_hand(const lab::Graph& g, ImGuiID id, const lab::DrawnGraph* drawn = nullptr);

// What it does from now on: draws arrows of a set, sets by taps what a pick says, moves nodes, or
// nothing of that where both are -1 and it does not move.
void take_in_hand(ImGuiID id, GraphHand& hand, int set, int pick, bool moves);

// The arrows of a set as they are seen, as the text of its field.
std::string seen_arrows(const lab::Graph& g, const GraphHand& hand, int set, const Desk& desk);

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
