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
