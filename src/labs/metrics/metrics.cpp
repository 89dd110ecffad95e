// Which number should judge a test for a rare disease?
#include <optional>

#include "labs/all.h"
#include "labs/metrics/figures.h"
#include "labs/metrics/study.h"

namespace laboratory::metrics {
namespace {

using Metric = std::optional<double>;

constexpr const char* nobody = "there is nobody to judge";
constexpr const char* none_ill = "nobody is ill, so there is nothing to find";
constexpr const char* none_well = "nobody is healthy, so there is nobody to leave alone";
constexpr const char* none_flagged = "nobody is flagged, so no flag is right or wrong";
constexpr const char* empty_side =
    "a row or a column of the table is empty, and what does not "
    "vary correlates with nothing";

void real(lab::Report& r, const char* key, const char* label, const Metric& value,
          const char* reason) {
  if (value)
    r.real(key, label, *value);
  else
    r.undefined(key, label, reason);
}

void report_table(const Study& s, lab::Report& r) {
  const num::Confusion& c = s.table;
  r.count("tp", "ill and flagged, TP", c.tp);
  r.count("fp", "healthy and flagged, FP", c.fp);
  r.count("fn", "ill and missed, FN", c.fn);
  r.count("tn", "healthy and left alone, TN", c.tn);
  r.count("people", "people", c.all());
  r.count("ill", "ill people", c.positives());
  real(r, "accuracy", "accuracy: right calls among all", num::accuracy(c), nobody);
  real(r, "precision", "precision: ill among the flagged", num::precision(c), none_flagged);
  real(r, "recall", "recall: flagged among the ill", num::recall(c), none_ill);
  real(r, "specificity", "specificity: left alone among the healthy", num::specificity(c),
       none_well);
  real(r, "f1", "F1: harmonic mean of precision and recall", num::f_score(c, 1),
       "nobody is ill and nobody is flagged");
  real(r, "fbeta", "Fβ: the same with recall β times as heavy", num::f_score(c, s.params.beta),
       "nobody is found, and no error counts at this β");
  real(r, "mcc", "Matthews correlation of call and truth", num::matthews(c), empty_side);
}

void report_scores(const Study& s, const Cheapest& best, Memory& memory, lab::Report& r) {
  const Params& p = s.params;
  const char* const label = "area under the ROC curve";
  if (p.given())
    r.undefined("auc", label,
                "four counts are a single working point; the area under a curve needs the scores");
  else
    real(r, "auc", label, auc(s, memory), "it takes both ill and healthy people");
  real(r, "cost", "mean cost per person", num::mean_cost(s.table, p.cost_fn, p.cost_fp), nobody);
  if (p.given()) return;
  r.real("cost.lowest", "lowest mean cost at any threshold", best.cost);
  r.real("threshold.cheapest", "the threshold on the score that has it", best.threshold);
}

void report_baselines(const Study& s, lab::Report& r) {
  const Params& p = s.params;
  real(r, "healthy.accuracy", "always “healthy”: accuracy", num::accuracy(s.healthy), nobody);
  real(r, "healthy.recall", "always “healthy”: recall", num::recall(s.healthy), none_ill);
  real(r, "healthy.cost", "always “healthy”: mean cost",
       num::mean_cost(s.healthy, p.cost_fn, p.cost_fp), nobody);
  real(r, "everyone.accuracy", "flag everyone: accuracy", num::accuracy(s.everyone), nobody);
  real(r, "everyone.recall", "flag everyone: recall", num::recall(s.everyone), none_ill);
  real(r, "everyone.precision", "flag everyone: precision", num::precision(s.everyone), nobody);
  real(r, "everyone.f1", "flag everyone: F1", num::f_score(s.everyone, 1), nobody);
  real(r, "everyone.fbeta", "flag everyone: Fβ", num::f_score(s.everyone, p.beta), nobody);
  real(r, "everyone.cost", "flag everyone: mean cost",
       num::mean_cost(s.everyone, p.cost_fn, p.cost_fp), nobody);
}

// A count that is given as a fraction of a person is rounded, and said.
void check_count(const char* key, double given, lab::Report& r) {
  if (!std::isnan(given) && given != std::floor(given))
    r.blame(key, "people are counted in whole numbers; this one is rounded");
}

void blame_values(const Study& s, lab::Report& r) {
  const Params& p = s.params;
  check_count("tp", p.tp, r);
  check_count("fp", p.fp, r);
  check_count("fn", p.fn, r);
  check_count("tn", p.tn, r);
  const Params usual;
  if (p.given() && (p.threshold != usual.threshold || p.prevalence != usual.prevalence ||
                    p.separation != usual.separation || p.n != usual.n || p.seed != usual.seed))
    r.blame(
        "tp",
        "all four counts are given, so threshold, scores and prevalence have no effect; set one "
        "count to auto to bring them back");
  if (p.beta == 0 && s.table.flagged() == 0)
    r.blame("beta",
            "with β = 0 Fβ is the precision, which has no value while nobody is flagged; raise β "
            "or lower the threshold");
  if (s.table.positives() == 0)
    r.blame(p.given() ? "tp" : "prevalence",
            "nobody is ill, so recall has no value; let there be some ill people");
  if (s.table.negatives() == 0)
    r.blame(p.given() ? "tn" : "prevalence",
            "nobody is healthy, so specificity has no value; let there be some healthy people");
}

lab::Report judge_test(const Params& p, Memory& memory) {
  const Study study(p, memory);
  const Cheapest best = memory.cheapest.of(lab::on(memory.ranking, p.cost_fn, p.cost_fp),
                                           [&] { return cheapest(p, points(study, memory)); });
  lab::Report r;
  blame_values(study, r);
  report_table(study, r);
  report_scores(study, best, memory, r);
  report_baselines(study, r);
  draw(study, best, memory, r);
  return r;
}

}  // namespace

const lab::LabRow lab_row =
    lab::formula<Params, Memory, judge_test>("metrics", "Metrics for a rare disease");

}  // namespace laboratory::metrics
