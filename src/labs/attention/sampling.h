// What keys that are drawn say of a gradient, and what it costs.
#pragma once

#include <vector>

#include "labs/attention/params.h"
#include "num/attention.h"
#include "num/statistics.h"

namespace laboratory::attention {

// By how much the means of n draws missed the exact slope.
struct Miss {
  int draws;
  double size;  // root mean square over the repeats
};

// The score-function estimate of the soft output's gradient to the cell's query. All lists go by
// the columns of Q; those of other heads have slope, estimate and variance 0.
struct Sampling {
  std::vector<double> mean, variance;  // of a single draw, exactly
  std::vector<num::Running> drawn;     // what the draws gave
  std::vector<double> by_key;          // of the entry that is followed, what each key says
  std::vector<double> course;          // its mean after each draw
  bool without_spread;                 // whether all keys say the same of it, but for rounding
  int repeats;                         // of as many draws again, each from a stream of its own
  std::vector<Miss> misses;            // after 1, 2, 4 ... and all draws

  // Draws for a standard error of a tenth of the slope, 1 where one is enough; NaN where the slope
  // is 0.
  double needed(int entry) const;
};

// `keys`: how many the query sees. `width`: columns of Q, of which the estimator's begin at `from`;
// `entry`: the column followed.
Sampling sampled(const num::ScoreFunction& estimator, int keys, int from, int width, int entry,
                 const Params& p);

}  // namespace laboratory::attention
