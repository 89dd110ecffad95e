#include "num/scalar_tape.h"

#include <algorithm>
#include <cmath>

#include "num/elementary.h"

namespace num {

double sigmoid(double x) {
  const double e = exp(-std::fabs(x));
  return (x < 0 ? e : 1) / (1 + e);
}

double softplus(double x) { return std::max(x, 0.0) + log1p(exp(-std::fabs(x))); }

ScalarTape::Ref ScalarTape::record(double value, Ref a, double to_a, Ref b, double to_b) {
  entries_.push_back({value, {a, b}, {to_a, to_b}});
  return static_cast<Ref>(entries_.size()) - 1;
}

ScalarTape::Ref ScalarTape::leaf(double x) { return record(x, -1, 0, -1, 0); }
ScalarTape::Ref ScalarTape::add(Ref a, Ref b) { return record(value(a) + value(b), a, 1, b, 1); }
ScalarTape::Ref ScalarTape::subtract(Ref a, Ref b) {
  return record(value(a) - value(b), a, 1, b, -1);
}
ScalarTape::Ref ScalarTape::multiply(Ref a, Ref b) {
  return record(value(a) * value(b), a, value(b), b, value(a));
}
ScalarTape::Ref ScalarTape::absolute(Ref a) {
  const double x = value(a);
  return record(std::fabs(x), a, x > 0 ? 1 : x < 0 ? -1 : 0, -1, 0);
}
ScalarTape::Ref ScalarTape::rectified(Ref a, double leak) {
  const double x = value(a), slope = x > 0 ? 1 : leak;
  return record(slope * x, a, slope, -1, 0);
}
ScalarTape::Ref ScalarTape::tanh(Ref a) {
  const double t = num::tanh(value(a));
  return record(t, a, 1 - t * t, -1, 0);
}
ScalarTape::Ref ScalarTape::sigmoid(Ref a) {
  const double s = num::sigmoid(value(a));
  return record(s, a, s * (1 - s), -1, 0);
}
ScalarTape::Ref ScalarTape::softplus(Ref a) {
  return record(num::softplus(value(a)), a, num::sigmoid(value(a)), -1, 0);
}
ScalarTape::Ref ScalarTape::scaled(Ref a, double factor) {
  return record(factor * value(a), a, factor, -1, 0);
}

std::vector<double> ScalarTape::gradient(Ref of) const {
  std::vector<double> slopes(entries_.size());
  slopes[static_cast<std::size_t>(of)] = 1;
  for (auto i = static_cast<std::size_t>(of) + 1; i-- > 0;) {
    const Entry& entry = entries_[i];
    for (int k = 0; k < 2; ++k)
      if (entry.from[k] >= 0)
        slopes[static_cast<std::size_t>(entry.from[k])] += entry.slope[k] * slopes[i];
  }
  return slopes;
}

}  // namespace num
