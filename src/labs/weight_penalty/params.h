// What a person can choose in the laboratory of weight penalties.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include "lab/fields.h"

namespace laboratory::weight_penalty {

enum class Penalty : std::uint8_t { l1, l2 };

struct Params {
  // The steps lead along λ, which at this one is the λ that was chosen.
  static constexpr int tuned_step = 24, last_step = 2 * tuned_step;

  int features = 200, informative = 10, points = 200;
  double flips = 0.1;
  double lambda = std::numeric_limits<double>::quiet_NaN();
  Penalty penalty = Penalty::l1;
  int repeats = 12;
  int step = tuned_step;
  int seed = 1;

  void declare(lab::Fields& f) {
    f.choice("penalty", penalty, {"l1", "l2"}, "penalty");
    f.auto_real("lambda", lambda, {1e-5, 100}, "its weight λ");
    f.real("flips", flips, {0, 0.5}, "share of wrong labels");
    f.whole("informative", informative, {1, 300}, "features that matter");
    f.whole("features", features, {2, 300}, "features");
    f.whole("points", points, {20, 500}, "training points").extra();
    f.whole("repeats", repeats, {1, 100}, "repeats");
    f.whole("step", step, {1, last_step}, "step along λ, 24 for the best one").horizon();
    f.whole("seed", seed, {0, 999999}, "seed").extra();
    // Both penalties are learned with in each repeat; which is in hand matters to them only where
    // it gives one of them its λ.
    f.find("penalty")->looks_only(std::isnan(lambda));
  }

  int true_weights() const { return std::min(informative, features); }
  bool dense() const { return true_weights() == features; }
  // Whether λ of this penalty is given rather than tuned.
  bool fixed(Penalty p) const { return p == penalty && !std::isnan(lambda); }
};

}  // namespace laboratory::weight_penalty
