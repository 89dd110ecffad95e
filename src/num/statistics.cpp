#include "num/statistics.h"

#include <cmath>
#include <limits>

namespace num {

void Running::add(double x) {
  ++count_;
  const double off = x - mean_;
  mean_ += off / static_cast<double>(count_);
  squares_ += off * (x - mean_);
}

double Running::variance() const {
  if (count_ < 2) return std::numeric_limits<double>::quiet_NaN();
  return squares_ / static_cast<double>(count_ - 1);
}

double Running::standard_error() const {
  return std::sqrt(variance() / static_cast<double>(count_));
}

Interval interval95(const Running& values) {
  const double reach = 1.959963984540054 * values.standard_error();
  return {values.mean() - reach, values.mean() + reach};
}

Interval student95(const Running& values) {
  // The 0.975 quantiles for 1 to 30 degrees of freedom. Beyond, 1.96 + 2.5 / df is within 0.002.
  constexpr double quantiles[] = {12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306,
                                  2.262,  2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
                                  2.110,  2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064,
                                  2.060,  2.056, 2.052, 2.048, 2.045, 2.042};
  const std::int64_t df = values.count() - 1;
  const double t = df < 1     ? std::nan("")
                   : df <= 30 ? quantiles[df - 1]
                              : 1.96 + 2.5 / static_cast<double>(df);
  const double half = t * values.standard_error();
  return {values.mean() - half, values.mean() + half};
}

Interval wilson95(int right, int n) {
  constexpr double z = 1.959963984540054, square = z * z;
  const double p = static_cast<double>(right) / n;
  const double middle = p + square / (2 * n);
  const double reach = z * std::sqrt(p * (1 - p) / n + square / (4.0 * n * n));
  const double whole = 1 + square / n;
  // Exactly closed where nothing, or everything, was right.
  return {right == 0 ? 0 : (middle - reach) / whole, right == n ? 1 : (middle + reach) / whole};
}

Histogram histogram(std::span<const double> values, int bins, double low, double high) {
  Histogram h{low, (high - low) / bins, std::vector<int>(static_cast<std::size_t>(bins))};
  for (const double x : values) {
    if (!(x >= low && x <= high)) continue;
    const int bin = h.width > 0 ? static_cast<int>((x - low) / h.width) : 0;
    ++h.counts[static_cast<std::size_t>(bin < bins ? bin : bins - 1)];
  }
  return h;
}

}  // namespace num
