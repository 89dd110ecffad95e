// What one measure does to networks that have been trained: the same ones before and after.
#pragma once

#include <string>

#include "labs/bias_variance/sizes.h"

namespace laboratory::bias_variance {

// What the networks of one size are given in place of `p`: four times as many units, six times as
// many steps, a tenth more dropout, or eight times as many examples, each up to a bound. The rest
// stays, the seeds included.
struct Treatment {
  Params params;
  int width;
  std::string words;  // "longer training (1500 steps in place of 250)"
};
// `width` is one of `sizes`.
Treatment treatment(const Params& p, int width);

// The mean errors of networks that were trained from the beginning as the treatment says, or why
// they have none.
struct Treated {
  Errors errors;
  std::string fault;
};
Treated train(const Treatment& treatment, const nn::Dataset& validation);

// What was tried, and what came of it.
struct Trial {
  Treatment treatment;
  Treated treated;
};

}  // namespace laboratory::bias_variance
