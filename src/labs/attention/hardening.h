// What is left of the slope, and what its estimate costs, as the softmax hardens.
#pragma once

#include <vector>

#include "labs/attention/study.h"

namespace laboratory::attention {

// Of the picked cell at one temperature, all for the entry that is followed.
struct Softness {
  double temperature;
  double slope;      // of the soft cell
  double deviation;  // of one draw; 0 where all keys say the same, but for rounding
  double needed;     // draws for a standard error of a tenth of the slope; NaN where that is 0
};

// `s.picked` must exist, here and below.
Softness softness_at(const Study& s, double temperature);

// Appends the pictures over all temperatures: slope and spread, and the draws that are needed. None
// where the slope is 0 at every temperature.
void draw_hardening(const Study& s, lab::Report& report);

}  // namespace laboratory::attention
