// What theory expects of the loss before learning.
#pragma once

#include <vector>

#include "labs/initial_loss/params.h"

namespace laboratory::initial_loss {

// Largest standard deviation of the logits for which the expected loss is computed.
constexpr double widest_logits = 30;

// log K + (s^2 / 2)(1 - 1 / K): the expected loss of K independent logits of variance s^2 up to the
// second order in s.
double second_order_loss(int classes, double variance);

// The expected loss against the weight spread sigma, on a grid of equal ratios that spans three
// decades below and one above s = 1.
struct LossCurve {
  std::vector<double> sigma, expected, second_order;
};
LossCurve loss_curve(const Params& p);

}  // namespace laboratory::initial_loss
