// A population with its scores, and the table that the threshold makes of it.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "lab/memory.h"
#include "lab/report.h"
#include "labs/metrics/params.h"
#include "num/metrics.h"

namespace laboratory::metrics {

// The threshold of the lowest mean cost, the highest of those that tie, and that cost.
struct Cheapest {
  double threshold, cost;
};
Cheapest cheapest(const Params& p, const std::vector<num::Ranking::Point>& points);

// What follows from the scores and stays while a person moves the threshold or a cost.
struct Memory {
  lab::Kept<std::shared_ptr<const num::Ranking>> ranking;
  lab::Kept<std::vector<num::Ranking::Point>> points;
  lab::Kept<std::optional<double>> auc;
  lab::Kept<Cheapest> cheapest;
  lab::Kept<lab::Curve> roc, precision_recall;
  lab::Drawings drawings;
};

// n people, round(n prevalence) of them ill. A score is N(0, 1) for the healthy and
// N(separation, 1) for the ill; those of at least the threshold are flagged. `table` has the counts
// that are given in place of those that follow.
struct Study {
  explicit Study(const Params& p);
  Study(const Params& p, Memory& memory);

  Params params;
  std::shared_ptr<const num::Ranking> ranking;
  num::Confusion table;
  num::Confusion healthy;   // everybody is called healthy
  num::Confusion everyone;  // everybody is flagged

 private:
  Study(const Params& p, std::shared_ptr<const num::Ranking> scores);
};

// The table at every threshold, and the area under the ROC curve, from memory where they stand.
const std::vector<num::Ranking::Point>& points(const Study& study, Memory& memory);
std::optional<double> auc(const Study& study, Memory& memory);

}  // namespace laboratory::metrics
