// The pictures of examples that a model reconstructs well and finds unlikely, and the sheet of what
// a plane of z is decoded to.
#pragma once

#include "lab/report.h"
#include "labs/vae/study.h"

namespace laboratory::vae {

// Between two held-out examples of different classes: how well each place is reconstructed, and how
// likely it is. And the bound where the decoder's variance alone is another.
void draw_unlikely(Learner& l, const Study& s, lab::Report& r);
// Images decoded from a square of z in the two dimensions that are drawn.
void draw_sheet(const Params& p, Learner& l, const Study& s, lab::Report& r);

}  // namespace laboratory::vae
