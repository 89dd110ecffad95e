// What a person can choose in the laboratory of bias and variance.
#pragma once

#include <cstdint>
#include <limits>

#include "lab/fields.h"

namespace laboratory::bias_variance {

// A measure that is tried on the picked networks.
enum class Remedy : std::uint8_t { none, larger, longer, regularise, examples };

struct Params {
  double human = 1, train = 10, val = std::numeric_limits<double>::quiet_NaN();
  int width = 0;
  Remedy remedy = Remedy::none;
  int points = 24;
  // A Bayes error of 0.83 %: what people reach by default is possible here as well.
  double noise = 0.145;
  double dropout = 0, l2 = 0;
  double rate = 0.01;
  int step = 250, seed = 1;

  void declare(lab::Fields& f) {
    f.real("human", human, {0, 100}, "error of people [%]").looks_only();
    f.real("train", train, {0, 100}, "training error [%]").looks_only();
    f.auto_real("val", val, {0, 100}, "validation error [%], if known").looks_only();
    // Without a size of its own the figure stands where the errors are that were typed in.
    f.whole("width", width, {0, 128},
            "units of the picked networks, 0 for those with the given errors")
        .looks_only()
        .picked();
    f.choice("remedy", remedy, {"none", "larger", "longer", "regularise", "examples"},
             "remedy tried")
        .looks_only();
    f.whole("points", points, {16, 2000}, "training examples");
    f.real("noise", noise, {0.02, 1}, "spread of the examples").extra();
    f.real("dropout", dropout, {0, 0.9}, "dropout");
    f.log_real("l2", l2, {0, 10}, "L2 penalty").extra();
    f.log_real("rate", rate, {1e-5, 1}, "learning rate").extra();
    f.whole("step", step, {1, 5000}, "training steps").horizon();
    f.whole("seed", seed, {0, 999999}, "seed").extra();
  }
  bool operator==(const Params&) const = default;
};

}  // namespace laboratory::bias_variance
