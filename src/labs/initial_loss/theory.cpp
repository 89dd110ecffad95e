#include "labs/initial_loss/theory.h"

#include <cmath>

#include "labs/initial_loss/classifier.h"
#include "num/elementary.h"
#include "num/softmax.h"

namespace laboratory::initial_loss {

double second_order_loss(int classes, double variance) {
  return num::log(classes) + variance / 2 * (1 - 1.0 / classes);
}

double shared_error(int classes, std::int64_t n) {
  // The classes come in rounds: `ahead` of them have been met once more than the others.
  const double met = static_cast<double>(n / classes), ahead = static_cast<double>(n % classes);
  const double squares = (classes - ahead) * met * met + ahead * (met + 1) * (met + 1);
  const double more = squares / static_cast<double>(n) - 1;
  const double r = pattern_share * pattern_share;
  return std::sqrt((1 + r * more) / (1 - r * more / static_cast<double>(n - 1)));
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
