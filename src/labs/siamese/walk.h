// The walk over the network's graph, one node at a time: forward for values, back for gradients.
#pragma once

#include <string>

#include "labs/siamese/study.h"

namespace laboratory::siamese {

struct Stop {
  Node node;
  bool back;
};

// Stop `position` of the walk, 1 to stops.
Stop stop_at(int position);
// The position at which the walk comes back to `node`, which it does to all but X, X′, Y and J.
int stop_back(Node node);

// True where the walk has been at `node` on the way out (back) or in (forward) by `position`.
// Inputs, labels and weights have their values from the start.
bool has_value(Node node, int position);
bool has_gradient(Node node, int position);

// The node that is looked at: the one that was picked, or the walk's own; `follow` before the walk.
Node looked_at(const Params& p, int position);

// True where it is looked at for its gradient: the walk is on its way back there, or has been.
bool looks_back(const Params& p, int position);

// "W1", "X′", "ŷ": as formulas for all pairs at once write it.
const char* symbol(Node node);
// As the field `node` and the figure name it: "W1", "Xp", "yhat".
const char* id(Node node);

// "ReLU"
const char* word(Activation g);
// "a1 − a2"
const char* word(Merge merge);

// A node's value and gradient. Columns are examples where the node has one for each.
lab::Matrix value_of(const Study& s, Node node);
lab::Matrix gradient_of(const Study& s, Node node);  // empty for X, X', Y and J
bool is_weight(Node node);

// "(0.52, −0.3, 0.71)": a column, cut short after `most` entries.
std::string column(const lab::Matrix& m, int col, int most = 12);

}  // namespace laboratory::siamese
