#include "labs/initial_loss/theory.h"

#include "num/elementary.h"
#include "num/softmax.h"

namespace laboratory::initial_loss {

double second_order_loss(int classes, double variance) {
  return num::log(classes) + variance / 2 * (1 - 1.0 / classes);
}

LossCurve loss_curve(const Params& p) {
  constexpr int per_decade = 8, decades_below = 3, decades_above = 1;
  LossCurve curve;
  for (int i = -decades_below * per_decade; i <= decades_above * per_decade; ++i) {
    const double s = num::pow(10, static_cast<double>(i) / per_decade);
    curve.sigma.push_back(s / p.gain());
    curve.expected.push_back(num::expected_log_sum_exp(p.classes, s));
    curve.second_order.push_back(second_order_loss(p.classes, s * s));
  }
  return curve;
}

}  // namespace laboratory::initial_loss
