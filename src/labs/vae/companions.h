// Two models whose numbers are known exactly: a distribution over symbols learned by free tables,
// and one point under a Gaussian.
#pragma once

#include <string>

#include "lab/report.h"
#include "labs/vae/params.h"
#include "num/evidence.h"

namespace laboratory::vae {

// Rounds in which the tables are improved, and the seed that they start from.
inline constexpr int table_rounds = 400;

// The readouts, with what is wrong with the parameters.
void report_symbols(const Params& p, lab::Report& r);
void report_gaussian(const Params& p, lab::Report& r);

// Their figures.
void draw_symbols(const Params& p, lab::Report& r);
void draw_gaussian(const Params& p, lab::Report& r);

}  // namespace laboratory::vae
