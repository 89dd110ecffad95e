// The figures of the laboratory of super-resolution, one function for each tab.
#pragma once

#include "lab/report.h"
#include "labs/super_resolution/study.h"

namespace laboratory::super_resolution {

// The story: what goes in, what comes out, and whether it is true to the input.
void draw_row(const Seen& s, const Trained& t, lab::Report& r);
void draw_training(const Params& p, const Trained& t, lab::Report& r);
void draw_scores(const Params& p, const Seen& s, lab::Report& r);
void draw_maps(const Params& p, const Seen& s, lab::Report& r);
void draw_split(const Params& p, const Seen& s, lab::Report& r);
void draw_failures(const Seen& s, const Trained& t, lab::Report& r);
void draw_losses_by_hand(const Params& p, lab::Report& r);
void draw_consistency_by_hand(const Params& p, lab::Report& r);

// A small picture as a card of the given tone.
lab::PictureCard card(std::string name, int side, const std::vector<float>& values,
                      lab::Tone tone = lab::Tone::grey);
std::string after_steps(std::int64_t steps);

}  // namespace laboratory::super_resolution
