// Both losses on numbers that can be followed by hand.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "lab/value.h"
#include "labs/super_resolution/params.h"

namespace laboratory::super_resolution {

// What an adversary's losses are of given outputs; each is a mean over what is given, and made
// small by whom it is named after. Of probabilities:
//   D.bce           -mean ln D(y) - mean ln(1 - D(G(x)))
//   G.saturating    mean ln(1 - D(G(x)))
//   G.nonsaturating -mean ln D(G(x))
// and of scores s:
//   D.lsgan  1/2 mean (s(y) - 1)^2 + 1/2 mean s(G(x))^2       G.lsgan  1/2 mean (s(G(x)) - 1)^2
//   D.wgan   mean s(G(x)) - mean s(y)                          G.wgan   -mean s(G(x))
//   D.hinge  mean max(0, 1 - s(y)) + mean max(0, 1 + s(G(x)))  G.hinge  -mean s(G(x))
// Infinite where a logarithm of 0 is asked for. The pulls are how fast the generator's two losses
// of probabilities fall as the logits of D(G(x)) rise, on average: mean D(G(x)), and 1 less that.
struct AdversaryLosses {
  double D_bce, G_saturating, G_nonsaturating;
  double D_lsgan, G_lsgan, D_wgan, G_wgan, D_hinge, G_hinge;
  double pull_saturating, pull_nonsaturating;
};
AdversaryLosses adversary_losses(const Params& p);

double mean_of(std::span<const double> values);

// down(G(x)) by averages over blocks of factor x factor, and how far it is from x.
struct Consistency {
  lab::Matrix down, difference;
  double l1_mean, l2_mean, l1_sum, l2_sum;  // of |difference| and of its square
};
// Nothing where the sides do not fit; `unfit_sides` says why.
std::optional<Consistency> consistency_by_hand(const lab::Matrix& G, const lab::Matrix& x,
                                               int factor);
std::string unfit_sides(const lab::Matrix& G, const lab::Matrix& x, int factor);

}  // namespace laboratory::super_resolution
