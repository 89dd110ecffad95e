// The pictures that are always in view, and those of samples.
#pragma once

#include <string>
#include <vector>

#include "lab/report.h"
#include "labs/vae/study.h"

namespace laboratory::vae {

// The two dimensions that are drawn, counted from 0; where `dims` names none that there are, the
// first two. Of a single dimension both are 0.
struct Drawn {
  int across = 0, up = 0;
};
Drawn drawn_dims(const Params& p);
// "z₂" for the second, counted from 0.
std::string z_name(int dim);
// Why `dims` is not what is drawn; empty where it is.
std::string fault_of_dims(const Params& p);
// z as the model reads it, `latent` numbers: what is not given is 0.
std::vector<float> point_of(const Params& p);

// The latent cloud, with the prior and some posteriors; or, of codes, the data by their code.
void draw_latent(const Params& p, Learner& l, const Study& s, lab::Report& r);
// What z is decoded to.
void draw_decoded(const Params& p, Learner& l, const Study& s, lab::Report& r);
// The bound over the training, with the ceiling and the likelihood.
void draw_bound(const Params& p, const Learner& l, const Study& s, lab::Report& r);
// In place of all of them, where the training has stopped.
void draw_fault(const Learner& l, const Study& s, lab::Report& r);
// Samples of the model over the data.
void draw_samples(const Learner& l, const Study& s, lab::Report& r);

}  // namespace laboratory::vae
