// The exact posterior of one held-out example beside the Gaussian that the encoder gives it.
#pragma once

#include <optional>
#include <vector>

#include "lab/report.h"
#include "labs/vae/study.h"

namespace laboratory::vae {

// Over cells of a window about q: what is known for one or two dimensions.
struct ExactPosterior {
  int example = 0;                      // of the held-out ones, from 0
  std::vector<double> mean, deviation;  // of q, by dimension
  double low[2] = {}, step[2] = {};     // the middle of the first cell, and how far cells are apart
  int cols = 0, rows = 0;               // one row for one dimension; row 0 at the lowest z₂
  std::vector<double> density;          // p(z | x)
  double gap = 0;                       // KL(q || p(z | x)), in nats
};

// The held-out example that `point` names, from 0; the last where there are fewer.
int example_of(const Params& p, const Examples& data);
// Of nothing where there are more dimensions, or codes.
std::optional<ExactPosterior> exact_posterior(const Params& p, Learner& l, const Study& s);

void report_posterior(const std::optional<ExactPosterior>& e, lab::Report& r);
void draw_posterior(const Params& p, const ExactPosterior& e, lab::Report& r);

}  // namespace laboratory::vae
