// The same network, trained to tell pairs of drawn glyphs: the same sign, or two different ones?
#pragma once

#include <vector>

#include "lab/report.h"
#include "labs/siamese/params.h"

namespace laboratory::siamese {

// Sizes of the glyph network: 12 x 12 px and 24 hidden nodes; six signs, 16 drawings of each
// for training and 20 others of each to test.
constexpr int glyph_side = 12, glyph_hidden = 24, glyph_signs = 6;

struct GlyphTraining {
  std::vector<float> losses;  // of each step, mean over its 32 pairs, in nats
  // 600 pairs of held-out drawings, half of them of one sign: how much each speaks for "same".
  std::vector<double> same, different;
  // Embeddings g(W1 x + b1) of the held-out drawings along the two axes on which they spread most.
  struct Spot {
    double x, y;
    int sign;
  };
  std::vector<Spot> spots;
};

// `p.train` steps of Adam (rate 0.01) from `p.seed`, with the merge and activation of `p`.
GlyphTraining train_on_glyphs(const Params& p);

}  // namespace laboratory::siamese
