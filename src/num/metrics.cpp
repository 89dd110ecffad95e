#include "num/metrics.h"

#include <algorithm>
#include <cmath>

namespace num {
namespace {

double real(std::int64_t n) { return static_cast<double>(n); }

std::optional<double> share(double part, double whole) {
  if (whole == 0) return std::nullopt;
  return part / whole;
}

// Entries of a rising list that are at least `bound`.
std::int64_t at_least(const std::vector<double>& rising, double bound) {
  return rising.end() - std::lower_bound(rising.begin(), rising.end(), bound);
}

}  // namespace

std::optional<double> accuracy(const Confusion& c) {
  return share(real(c.tp + c.tn), real(c.all()));
}

std::optional<double> precision(const Confusion& c) { return share(real(c.tp), real(c.flagged())); }

std::optional<double> recall(const Confusion& c) { return share(real(c.tp), real(c.positives())); }

std::optional<double> specificity(const Confusion& c) {
  return share(real(c.tn), real(c.negatives()));
}

std::optional<double> f_score(const Confusion& c, double beta) {
  const double weight = beta * beta;
  const double found = (1 + weight) * real(c.tp);
  return share(found, found + weight * real(c.fn) + real(c.fp));
}

std::optional<double> matthews(const Confusion& c) {
  // Roots one by one: the product of the four sums may pass what a double counts exactly.
  const double called = std::sqrt(real(c.flagged())) * std::sqrt(real(c.fn + c.tn));
  const double true_ones = std::sqrt(real(c.positives())) * std::sqrt(real(c.negatives()));
  return share(real(c.tp) * real(c.tn) - real(c.fp) * real(c.fn), called * true_ones);
}

std::optional<double> mean_cost(const Confusion& c, double cost_fn, double cost_fp) {
  return share(cost_fn * real(c.fn) + cost_fp * real(c.fp), real(c.all()));
}

Ranking::Ranking(std::vector<double> positive, std::vector<double> negative)
    : positive_(std::move(positive)), negative_(std::move(negative)) {
  std::sort(positive_.begin(), positive_.end());
  std::sort(negative_.begin(), negative_.end());
}

Confusion Ranking::at(double threshold) const {
  Confusion c;
  c.tp = at_least(positive_, threshold);
  c.fp = at_least(negative_, threshold);
  c.fn = static_cast<std::int64_t>(positive_.size()) - c.tp;
  c.tn = static_cast<std::int64_t>(negative_.size()) - c.fp;
  return c;
}

std::vector<Ranking::Point> Ranking::points() const {
  std::vector<Point> points;
  std::size_t p = positive_.size(), n = negative_.size();
  Confusion table;
  table.fn = static_cast<std::int64_t>(p), table.tn = static_cast<std::int64_t>(n);
  double above = 0;  // the score that was passed last
  while (p > 0 || n > 0) {
    const double next = p == 0   ? negative_[n - 1]
                        : n == 0 ? positive_[p - 1]
                                 : std::max(positive_[p - 1], negative_[n - 1]);
    points.push_back({points.empty() ? next + 1 : (above + next) / 2, table});
    for (; p > 0 && positive_[p - 1] == next; --p) ++table.tp, --table.fn;
    for (; n > 0 && negative_[n - 1] == next; --n) ++table.fp, --table.tn;
    above = next;
  }
  points.push_back({above - 1, table});
  return points;
}

std::optional<double> Ranking::auc() const {
  // For each positive, the negatives below it and half of those level with it, counted in halves.
  std::int64_t halves = 0;
  std::size_t below = 0, upto = 0;
  for (const double score : positive_) {
    while (below < negative_.size() && negative_[below] < score) ++below;
    while (upto < negative_.size() && negative_[upto] <= score) ++upto;
    halves += static_cast<std::int64_t>(below + upto);
  }
  return share(real(halves) / 2, real(static_cast<std::int64_t>(positive_.size())) *
                                     real(static_cast<std::int64_t>(negative_.size())));
}

}  // namespace num
