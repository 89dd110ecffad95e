// The two networks of the laboratory, and what holds the one to its input.
#pragma once

#include "labs/super_resolution/sets.h"
#include "nn/graph.h"

namespace laboratory::super_resolution {

inline constexpr int base_channels = 16;

struct Wires {
  nn::Var enlarged, output, maps[3];  // bicubic; G(x); as in Passage
};
Wires generator(const GameParams& p, nn::Var x, const Ways& way);

// One score for each place that sees some pixels around it.
nn::Var discriminator(nn::Var picture, nn::Var* maps = nullptr);

// The network F: blocks of factor x factor to 16 channels, and from there to a small picture. It
// moves with G, and is named as a part of it.
nn::Var learned_down(const GameParams& p, nn::Var picture);

// The mean over the pixels and pictures of |a - b|, or of its square.
nn::Var consistency(const GameParams& p, const Ways& way, const Wires& w, nn::Var x, nn::Var real);

}  // namespace laboratory::super_resolution
