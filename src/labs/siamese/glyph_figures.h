// What training on pairs of glyphs has led to: the loss, where the drawings lie, and how well
// "same" is told from "different".
#pragma once

#include "labs/siamese/glyphs.h"

namespace laboratory::siamese {

// Appends readouts and pictures.
void report_glyphs(const Params& p, const GlyphTraining& t, lab::Report& report);

}  // namespace laboratory::siamese
