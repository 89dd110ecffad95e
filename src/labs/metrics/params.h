// What a person can choose in the laboratory of metrics.
#pragma once

#include <cmath>
#include <limits>

#include "lab/fields.h"

namespace laboratory::metrics {

struct Params {
  double prevalence = 0.01;
  double separation = 3.5;
  double threshold = 7;
  double cost_fn = 200;
  double cost_fp = 1;
  double beta = 2;
  int n = 10000;
  int seed = 1;
  double tp = std::numeric_limits<double>::quiet_NaN();
  double fp = tp, fn = tp, tn = tp;

  // A count that is given stands above what the scores say, so whoever moves the scores wants the
  // counts to follow them again.
  void declare(lab::Fields& f) {
    const std::vector<std::string> counts = {"tp", "fp", "fn", "tn"};
    f.real("threshold", threshold, {-6, 12}, "threshold on the score").on_set_clear(counts);
    f.log_real("prevalence", prevalence, {0, 1}, "share of the ill").on_set_clear(counts);
    f.real("separation", separation, {0, 6}, "separation of the scores [spreads]")
        .on_set_clear(counts);
    f.log_real("cost_fn", cost_fn, {0, 1e6}, "cost of a miss");
    f.log_real("cost_fp", cost_fp, {0, 1e6}, "cost of a false alarm");
    f.real("beta", beta, {0, 10}, "β of Fβ");
    f.whole("n", n, {1, 100000}, "people n").extra().on_set_clear(counts);
    f.auto_real("tp", tp, {0, most_people}, "ill and flagged, TP").extra();
    f.auto_real("fp", fp, {0, most_people}, "healthy and flagged, FP").extra();
    f.auto_real("fn", fn, {0, most_people}, "ill and missed, FN").extra();
    f.auto_real("tn", tn, {0, most_people}, "healthy and left alone, TN").extra();
    f.whole("seed", seed, {0, 999999}, "seed").extra().on_set_clear(counts);
  }

  // True where the table is given whole, so that the scores have no say.
  bool given() const {
    return !std::isnan(tp) && !std::isnan(fp) && !std::isnan(fn) && !std::isnan(tn);
  }

  static constexpr double most_people = 1e9;
};

}  // namespace laboratory::metrics
