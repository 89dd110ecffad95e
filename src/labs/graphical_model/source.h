// The two graphs that are studied: whose arrows they have, and what was left out of them.
#pragma once

#include <string>
#include <vector>

#include "labs/graphical_model/models.h"

namespace laboratory::graphical_model {

struct Source {
  Sizes sizes;
  num::Digraph p, q;                  // q has arrows into z alone
  std::vector<int> p_cycle, q_cycle;  // a shortest one of each, or empty
  std::vector<std::string> lost_p,
      lost_q;                              // arrows of the person's own at nodes that are not there
  std::vector<std::string> into_observed;  // arrows of q that were left out since x is given
  bool model_too_large = false, encoder_too_large = false;  // more arrows than are drawn

  bool sound_p() const { return p_cycle.empty(); }
  bool sound_q() const { return q_cycle.empty(); }
  // The node at a place of `Params::names()`; -1 where it is not in the graph.
  int node(int place) const;
  // The place of a node.
  int place(int node) const;
  std::string name(int node) const;  // "z1"
  std::vector<std::string> names(num::NodeSet set) const;
};

Source source(const Params& p);

}  // namespace laboratory::graphical_model
