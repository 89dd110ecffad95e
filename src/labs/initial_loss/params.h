// What a person can choose in the laboratory of the loss before learning.
#pragma once

#include <cmath>
#include <limits>

#include "lab/fields.h"

namespace laboratory::initial_loss {

struct Params {
  int classes = 250;
  double sigma = 1e-4;
  int inputs = 300;
  double scale = 1;
  int samples = 500;
  double rate = 0;
  double logit_var = std::numeric_limits<double>::quiet_NaN();
  int seed = 1;

  // A given variance of the logits stands above sigma, so whoever moves what it follows from wants
  // it to follow again.
  void declare(lab::Fields& f) {
    f.whole("classes", classes, {2, 100000}, "classes K");
    f.log_real("sigma", sigma, {0, 100}, "weight spread σ").on_set_clear({"logit_var"});
    f.whole("inputs", inputs, {1, 1000000}, "inputs D").on_set_clear({"logit_var"});
    f.log_real("scale", scale, {1e-6, 1e6}, "input spread").on_set_clear({"logit_var"});
    f.whole("samples", samples, {2, 100000}, "samples seen").horizon();
    f.log_real("rate", rate, {0, 100}, "learning rate");
    f.auto_real("logit_var", logit_var, {0, 1e6}, "variance of a logit s²").extra();
    f.whole("seed", seed, {0, 999999}, "seed").extra();
  }

  // Standard deviation of the logits per unit of sigma: sqrt(D) scale.
  double gain() const { return std::sqrt(static_cast<double>(inputs)) * scale; }
  // Variance of the logits, s^2.
  double variance() const {
    return std::isnan(logit_var) ? sigma * sigma * inputs * scale * scale : logit_var;
  }
  // The weight spread in force.
  double spread() const { return std::isnan(logit_var) ? sigma : std::sqrt(logit_var) / gain(); }
};

}  // namespace laboratory::initial_loss
