// Choices of one option, written down as tables.
#pragma once

#include <span>

#include "exam/kinds/one_of.h"

namespace exercises {

// An option with its reason, the link's pairs of the case that decides it, and what it earns where
// it is not the right one.
struct Choice {
  const char *id, *text, *reason;
  const char* show = "";
  double share = 0;
};

// The first of `choices` is right. The others stand in an order that `turn` chooses: all are moved
// on by so many places, round and round.
exam::OneOf one_of(std::span<const Choice> choices, int turn);

}  // namespace exercises
