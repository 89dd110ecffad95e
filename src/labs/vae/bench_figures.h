// The pictures of VAEs and GANs under one handicap.
#pragma once

#include "lab/report.h"
#include "labs/vae/study.h"

namespace laboratory::vae {

// The readouts of GANs: of the setting's own seed, and means over the seeds of both.
void report_bench(const Params& p, const Study& s, lab::Report& r);
// What a model pays that leaves out one of the modes: by the divergence that it is trained by.
void report_price(const Examples& data, double sigma, lab::Report& r);
void draw_price(const Examples& data, double sigma, lab::Report& r);
// Modes and quality, seed by seed; nothing where there is no bench.
void draw_bench(const Params& p, const Study& s, lab::Report& r);

}  // namespace laboratory::vae
