// One instance of the unrolled net with all that follows from it.
#pragma once

#include <array>
#include <string>

#include "lab/report.h"
#include "labs/bptt/witness.h"

namespace laboratory::bptt {

// For k = 1 to T: the cosine of the gradient that is truncated to k terms with the whole one, and
// the size of their difference relative to that of the whole one.
struct Truncation {
  std::vector<double> cosine, error;
};

struct Study {
  Params params;
  Net net;
  std::vector<lab::Problem> problems;  // tables whose shapes do not fit; then nothing below holds
  Forward values;
  bool finite = true;    // false where values or gradients are beyond a double
  Backward whole, kept;  // with all terms, and with those that `truncate` keeps
  Weights gradient, kept_gradient;
  std::array<Truncation, weight_count> truncations;
  // For the terms kept. Nothing is accumulated forwards, and fewer entries are checked by
  // differences, where that would take too long.
  bool accumulated = true;
  int stride = 1;  // every how manieth entry is checked by differences
  Weights accumulation, differences;
  double accumulation_gap = 0, differences_gap = 0;
  double kink = 0;  // kink_distance

  bool fits() const { return problems.empty(); }
  int T() const { return net.steps(); }
  // Terms that are kept, 1 to T.
  int keep() const;
  // The step that the walk, `position` steps back, has come to; T before it begins.
  int walked(int position) const;
  // The step looked at, 1 to T.
  int time(int position) const;
  const Truncation& truncation(Weight w) const { return truncations[static_cast<std::size_t>(w)]; }
  // The share of step t in the whole gradient.
  lab::Matrix share_of(Weight w, int t) const { return share(net, values, whole, w, t); }
};

// Tables left out are drawn with two decimals from the seed, so that no unit lies within 0.02 of a
// kink where the given ones leave the freedom.
Study study(const Params& p);

}  // namespace laboratory::bptt
