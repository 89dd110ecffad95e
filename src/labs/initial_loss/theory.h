// What theory expects of the loss before learning.
#pragma once

#include <cstdint>
#include <vector>

#include "labs/initial_loss/params.h"

namespace laboratory::initial_loss {

// Largest standard deviation of the logits for which the expected loss is computed.
constexpr double widest_logits = 30;

// log K + (s^2 / 2)(1 - 1 / K): the expected loss of K independent logits of variance s^2 up to the
// second order in s.
double second_order_loss(int classes, double variance);

// What the standard error of the mean of n losses, taken as n strangers, is to be multiplied by,
// n >= 2. Samples share the weights, and those of one class its pattern as well: two of one class
// have losses with the correlation r = pattern_share^2, two of different classes with none, to
// first order in s. With m = sum_k n_k^2 / n samples of a class, as one sample meets them,
//   sqrt((1 + r (m - 1)) / (1 - r (m - 1) / (n - 1))).
// The numerator is Kish's design effect ("Survey sampling", 1965, section 5.4); the denominator
// makes up for a variance that is measured among samples that agree. What it gives is the spread of
// the mean from one draw of weights, patterns and samples to the next.
double shared_error(int classes, std::int64_t n);

// The expected loss against the weight spread sigma, on a grid of equal ratios that spans three
// decades below and one above s = 1.
struct LossCurve {
  std::vector<double> sigma, expected, second_order;
};
LossCurve loss_curve(const Params& p);

}  // namespace laboratory::initial_loss
