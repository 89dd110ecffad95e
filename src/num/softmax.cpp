#include "num/softmax.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "num/elementary.h"

namespace num {

double log_sum_exp(std::span<const double> z) {
  const double top = *std::max_element(z.begin(), z.end());
  if (!(top > -std::numeric_limits<double>::infinity())) return top;
  double sum = 0;
  for (const double x : z) sum += exp(x - top);
  return top + log(sum);
}

std::vector<double> softmax(std::span<const double> z, double t) {
  std::vector<double> p(z.begin(), z.end());
  soften(p, t);
  return p;
}

double soften(std::span<double> z, double t) {
  const double top = *std::max_element(z.begin(), z.end());
  double sum = 0;
  for (double& x : z) sum += x = exp((x - top) / t);
  for (double& x : z) x /= sum;
  return log(sum);
}

double cross_entropy(std::span<const double> z, int label) {
  const double own = z[static_cast<std::size_t>(label)];
  const double top = *std::max_element(z.begin(), z.end());
  double sum = 0;
  for (const double x : z) sum += exp(x - top);
  return (top - own) + log(sum);
}

double entropy(std::span<const double> p) {
  double sum = 0;
  for (const double x : p)
    if (x > 0) sum -= x * log(x);
  return sum;
}

double expected_log_sum_exp(int k, double s) {
  if (k == 1 || s == 0) return log(k);
  // exp(-exp(v)) is 1 up to `flat` and 0 from `gone` on, to the precision of a double.
  constexpr double reach = 8.5, flat = -38, gone = 4, step = 0.4;
  const double spacing = std::min(0.4, step / s);
  const int half = static_cast<int>(std::ceil(reach / spacing));
  // Weights of the normal density at i spacing, i = -half .. half, and their sums from the left.
  std::vector<double> weight, left = {0};
  for (int i = -half; i <= half; ++i) {
    const double g = i * spacing;
    weight.push_back(spacing * 0.3989422804014327 * exp(-g * g / 2));
    left.push_back(left.back() + weight.back());
  }
  const auto position = [&](double v) {  // of the first g with s g >= v
    const double i = std::ceil(v / (s * spacing)) + half;
    return static_cast<int>(std::clamp(i, 0.0, 2.0 * half + 1));
  };
  const double low = flat - log(k) - reach * s, high = gone + reach * s;
  double integral = 0;
  for (double u = step * std::floor(low / step); u <= high; u += step) {
    const int first = position(flat - u), last = position(gone - u);
    double survives = left[static_cast<std::size_t>(first)];  // E[exp(-exp(u + s g))]
    for (int i = first; i < last; ++i)
      survives += weight[static_cast<std::size_t>(i)] * exp(-exp(u + s * (i - half) * spacing));
    integral += exp(-exp(u)) - exp(k * log(survives / left.back()));
  }
  return step * integral;
}

}  // namespace num
