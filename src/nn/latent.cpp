#include "nn/latent.h"

#include <cmath>

#include "nn/op.h"
#include "nn/operations.h"
#include "num/elementary.h"

namespace nn {
namespace {

constexpr float log_two_pi = 1.8378770664f;

// -1/2 of the sum over the channels, less ln 2 pi for each.
Var less_half(Var each) {
  if (!each.valid()) return each;
  const auto channels = static_cast<float>(each.graph->shape(each).channels);
  return scale(sum_channels(each), -0.5f, -0.5f * log_two_pi * channels);
}

}  // namespace

Var log_gaussian(Var x, Var mean, Var log_variance) {
  const Var error = square(subtract(x, mean));
  return less_half(add(multiply(error, exp(scale(log_variance, -1))), log_variance));
}

Var log_standard_normal(Var x) { return less_half(square(x)); }

Var log_bernoulli(Var logits, Var target) {
  return sum_channels(subtract(multiply(logits, detach(target)), softplus(logits)));
}

Var importance_bound(Var log_weights, int k) {
  if (!usable(log_weights, "importance bound")) return log_weights;
  const Shape s = log_weights.graph->shape(log_weights);
  if (k < 1 || s.features() != 1 || s.batch % k != 0)
    return log_weights.graph->refuse("importance bound: " + text(s) + " is not " +
                                     std::to_string(k) + " numbers for each example");
  const Var rows = reshape(log_weights, vectors(k, s.batch / k));
  return scale(mean(log_sum_exp(rows)), 1, -static_cast<float>(num::log(k)));
}

}  // namespace nn
