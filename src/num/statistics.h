// Means, intervals and histograms of samples.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace num {

// Mean and variance of values as they come, without keeping them and without cancellation.
// B. P. Welford, "Note on a method for calculating corrected sums of squares and products" (1962).
class Running {
 public:
  void add(double x);
  std::int64_t count() const { return count_; }
  double mean() const { return mean_; }  // 0 before the first value
  double variance() const;               // unbiased: divided by n - 1; NaN for n < 2
  double standard_error() const;         // of the mean: sqrt(variance / n); NaN for n < 2

 private:
  std::int64_t count_ = 0;
  double mean_ = 0, squares_ = 0;
};

struct Interval {
  double low, high;
};

// mean -+ 1.96 standard errors: covers the true mean in 95 of 100 repetitions where the values are
// independent and so many (30, say) that their mean is nearly normal. NaN for n < 2.
Interval interval95(const Running& values);

// The same for few values, by Student's t with n - 1 degrees of freedom (Student, "The probable
// error of a mean", 1908): exact where the values are normal. NaN for n < 2.
Interval student95(const Running& values);

// The 95 % interval for a probability of which `right` of `n` trials were seen, by Wilson's score:
//   (p + z^2 / 2n -+ z sqrt(p (1 - p) / n + z^2 / 4n^2)) / (1 + z^2 / n),  p = right / n, z = 1.96.
// Inside [0, 1] and never empty. 0 <= right <= n, n >= 1. E. B. Wilson (1927).
Interval wilson95(int right, int n);

// Counts of values in `bins` >= 1 bins of equal width over [low, high], the last one closed. Values
// outside are not counted.
struct Histogram {
  double low, width;
  std::vector<int> counts;
};
Histogram histogram(std::span<const double> values, int bins, double low, double high);

}  // namespace num
