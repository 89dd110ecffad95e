// A population with its scores, and the table that the threshold makes of it.
#pragma once

#include "lab/report.h"
#include "labs/metrics/params.h"
#include "num/metrics.h"

namespace laboratory::metrics {

// n people, round(n prevalence) of them ill. A score is N(0, 1) for the healthy and
// N(separation, 1) for the ill; those of at least the threshold are flagged. `table` has the counts
// that are given in place of those that follow.
struct Study {
  explicit Study(const Params& p);

  Params params;
  num::Ranking ranking;
  num::Confusion table;
  num::Confusion healthy;   // everybody is called healthy
  num::Confusion everyone;  // everybody is flagged
};

// The threshold of the lowest mean cost, the highest of those that tie, and that cost.
struct Cheapest {
  double threshold, cost;
};
Cheapest cheapest(const Study& study);

// Appends the figures.
void draw(const Study& study, lab::Report& report);

}  // namespace laboratory::metrics
