// How good are yes-or-no calls? The metrics of a confusion table, and what a ranking by scores
// offers at every threshold.
// Fawcett, "An introduction to ROC analysis" (2006); van Rijsbergen, "Information Retrieval"
// (1979), chapter 7, for F; Matthews (1975) for the correlation.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace num {

// Counts, each >= 0 and at most 1e9: true and false positives, false and true negatives.
struct Confusion {
  std::int64_t tp = 0, fp = 0, fn = 0, tn = 0;

  std::int64_t positives() const { return tp + fn; }
  std::int64_t negatives() const { return fp + tn; }
  std::int64_t flagged() const { return tp + fp; }
  std::int64_t all() const { return tp + fp + fn + tn; }
  bool operator==(const Confusion&) const = default;
};

// Each in [0, 1], none where the fraction is 0/0.
std::optional<double> accuracy(const Confusion& c);     // (tp + tn) / all
std::optional<double> precision(const Confusion& c);    // tp / (tp + fp)
std::optional<double> recall(const Confusion& c);       // tp / (tp + fn)
std::optional<double> specificity(const Confusion& c);  // tn / (tn + fp)

// (1 + b^2) tp / ((1 + b^2) tp + b^2 fn + fp): the harmonic mean of precision and recall, with
// recall counted b times as heavily. 0 where nothing is found although there is something to find.
// None where tp, b fn and fp are all 0. b >= 0.
std::optional<double> f_score(const Confusion& c, double beta);

// (tp tn - fp fn) / sqrt((tp + fp)(tp + fn)(tn + fp)(tn + fn)), the correlation of call and truth,
// in [-1, 1]. None where a row or a column of the table is empty.
std::optional<double> matthews(const Confusion& c);

// (cost_fn fn + cost_fp fp) / all. None without people.
std::optional<double> mean_cost(const Confusion& c, double cost_fn, double cost_fp);

// Scores of the positive and of the negative, where a score of at least the threshold is flagged.
class Ranking {
 public:
  // Finite scores in any order.
  Ranking(std::vector<double> positive, std::vector<double> negative);

  Confusion at(double threshold) const;

  // Every table that a threshold can give, from nobody flagged to everybody. `threshold` lies half
  // way between two scores, or 1 beyond the outermost.
  struct Point {
    double threshold;
    Confusion table;
  };
  std::vector<Point> points() const;

  // The probability that a random positive scores above a random negative, ties counted half: the
  // area under the ROC curve by trapezia. None without positives or without negatives.
  // Hanley & McNeil, "The meaning and use of the area under a ROC curve" (1982).
  std::optional<double> auc() const;

  // The scores, rising.
  const std::vector<double>& positive() const { return positive_; }
  const std::vector<double>& negative() const { return negative_; }

 private:
  std::vector<double> positive_, negative_;  // rising
};

}  // namespace num
