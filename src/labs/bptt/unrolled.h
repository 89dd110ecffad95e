// The net unrolled over time as a graph: states with their values, and gradients on the edges that
// the walk has gone back over.
#pragma once

#include "labs/bptt/study.h"

namespace laboratory::bptt {

// The steps that the graph has room for, around the one that is looked at.
struct Window {
  int first, last;
};
Window window(const Study& s, int position);

lab::Graph unrolled(const Study& s, int position);

}  // namespace laboratory::bptt
