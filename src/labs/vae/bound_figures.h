// The pictures of bounds and of dimensions: what more samples win, what each dimension carries, and
// where it carries nothing.
#pragma once

#include "lab/report.h"
#include "labs/vae/study.h"

namespace laboratory::vae {

// Eigenvalues of the covariance of points in the plane, falling: from the larger one on no linear
// dimension carries anything.
struct Spread {
  double large = 0, small = 0;
};
Spread spread_of(std::span<const float> points);

// The importance-weighted bound by the number of its samples.
void draw_samples_bound(const Params& p, const Learner& l, const Study& s, lab::Report& r);
// KL of each dimension, and how all posteriors together meet the prior in the first that is drawn.
void draw_dimensions(const Params& p, const Study& s, lab::Report& r);
// What an optimal linear model would carry by the decoder's variance times beta.
void draw_collapse(const Params& p, const Learner& l, const Study& s, lab::Report& r);

}  // namespace laboratory::vae
