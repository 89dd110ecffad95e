#include "labs/weight_penalty/figures.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "lab/digits.h"
#include "labs/curves.h"
#include "labs/phrases.h"
#include "labs/weight_penalty/record.h"
#include "num/elementary.h"

namespace laboratory::weight_penalty {
namespace {

using lab::Role;

Role role(Penalty p) { return p == Penalty::l1 ? Role::weight : Role::activation; }

void add_interval(lab::Curve& curve, const num::Running& values, double least, double most) {
  const num::Interval interval =
      values.count() > 1 ? num::interval95(values) : num::Interval{values.mean(), values.mean()};
  add_band(curve, std::max(least, interval.low), std::min(most, interval.high));
}

double length(const std::vector<float>& w) {
  double square = 0;
  for (const float x : w) square += static_cast<double>(x) * x;
  return std::sqrt(square);
}

// Places of the features, those that matter first, the largest in size before all.
std::vector<std::size_t> by_truth(const std::vector<float>& truth) {
  std::vector<std::size_t> order(truth.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&truth](std::size_t a, std::size_t b) {
    return std::fabs(truth[a]) > std::fabs(truth[b]);
  });
  return order;
}

// Weights that are exactly 0 leave their place empty.
lab::Curve stems(const std::vector<float>& w, double scale, const std::vector<std::size_t>& order,
                 std::string called, Role as) {
  lab::Curve curve{std::move(called), as, {}, {}, {}, {}, false};
  curve.trace = lab::Trace::stems;
  for (std::size_t i = 0; i < order.size(); ++i)
    if (w[order[i]] != 0) add_point(curve, static_cast<double>(i + 1), w[order[i]] / scale);
  if (curve.x.empty()) add_point(curve, 1, 0);
  return curve;
}

double largest(const std::vector<float>& w, double scale) {
  double most = 0;
  for (const float x : w) most = std::max(most, std::fabs(x) / scale);
  return most;
}

// The unit of a penalty's weights at every λ: their length at the one that is best. Where all of
// them are 0 there, any will do.
double unit(const Walk& walk, Penalty penalty) {
  const double tuned = length(walk.at(penalty, Params::tuned_step).weights);
  return tuned > 0 ? tuned : 1;
}

// The same scale for either penalty at every λ. As λ nears 0 the weights grow without bound where a
// plane parts the examples; much larger than at the best λ they leave the picture.
double reach(const Record& record) {
  constexpr double most = 1.5;
  double tuned = largest(record.first->truth, 1), ever = tuned;
  for (const Penalty p : both_penalties)
    for (int step = 1; step <= Params::last_step; ++step) {
      const double here = largest(record.walk.at(p, step).weights, unit(record.walk, p));
      ever = std::max(ever, here);
      if (step == Params::tuned_step) tuned = std::max(tuned, here);
    }
  return 1.05 * std::min(ever, most * tuned);
}

void draw_stems(const Record& record, Penalty penalty, int step, lab::Report& r) {
  const Contest& c = *record.first;
  const Walk::Stage& stage = record.walk.at(penalty, step);
  const std::vector<std::size_t> order = by_truth(c.truth);
  const double span = reach(record);
  lab::Lines lines;
  // Of hundreds of features few matter: a logarithmic axis gives the first of them most room.
  const int matter = record.params.true_weights();
  lines.x = {"feature, by its truth", 0.8, static_cast<double>(order.size()) + 1, true};
  if (!record.params.dense())
    lines.rules.push_back({"truth 0 from here", matter + 0.5, true, Role::neutral});
  lines.y = {"weight, length 1 at the best λ", -span, span, false};
  lines.curves = {
      stems(c.truth, 1, order, "truth", Role::target),
      stems(stage.weights, unit(record.walk, penalty), order, name(penalty), role(penalty))};
  const int all = record.params.features, zeros = all - stage.nonzero;
  const std::string zero_words = zeros == 0     ? "none is 0"
                                 : zeros == all ? "all are 0"
                                 : zeros == 1   ? "1 is exactly 0"
                                                : lab::readable(zeros) + " are exactly 0";
  const std::string called = name(penalty), number = lab::readable(all);
  const char* const chosen = record.params.fixed(penalty) ? ", the one that was set" : ", the best";
  lab::Figure& figure = r.figure(
      penalty == Penalty::l1 ? "weights-l1" : "weights-l2",
      called + " at λ = " + brief(stage.lambda, 3) + (step == Params::tuned_step ? chosen : "") +
          ": of " + number + " weights " + zero_words,
      "With " + called + " at λ = " + brief(stage.lambda, 3) + ", of " + number + " weights " +
          zero_words + "; the truth has " + lab::readable(record.params.true_weights()) +
          " that are not. Accuracy is " + percent(stage.train) + " on the training labels and " +
          percent(stage.test) + " on clean ones.",
      std::move(lines));
  figure.room = lab::Room::story;
}

// "L1 is ahead in 12 of 12 repeats"
std::string verdict(const Record& record) {
  const int one = record.sides[0].wins, two = record.sides[1].wins;
  const std::string of = " of " + lab::counted(record.repeats, "repeat", "repeats");
  if (one == two) return "L1 and L2 are ahead equally often";
  return one > two ? "L1 is ahead in " + grouped(one) + of : "L2 is ahead in " + grouped(two) + of;
}

// A bar for each penalty, with the 95 % interval of its mean over the repeats.
lab::Bars of_both(const Record& record, const num::Running Side::*values, const char* axis) {
  lab::Bars bars;
  bars.y = {axis, 0, 1, false};
  bars.role = Role::prediction;
  for (const Penalty p : both_penalties) {
    const num::Running& all = record.of(p).*values;
    bars.names.push_back(name(p));
    bars.roles.push_back(role(p));
    bars.heights.push_back(static_cast<float>(all.mean()));
    const num::Interval interval =
        all.count() > 1 ? num::interval95(all) : num::Interval{all.mean(), all.mean()};
    bars.low.push_back(static_cast<float>(interval.low));
    bars.high.push_back(static_cast<float>(interval.high));
    bars.notes.push_back(percent(all.mean()));
  }
  return bars;
}

// How much of what is wrong either penalty lets the weights learn, which need not be less where
// fewer weights are left.
void draw_memorised(const Record& record, lab::Report& r) {
  if (record.sides[0].memorised.count() == 0) return;
  const std::string one = percent(record.sides[0].memorised.mean()),
                    two = percent(record.sides[1].memorised.mean());
  r.figure(
       "memorised", "Wrong labels that are learned by heart",
       "Of the wrong training labels L1 reproduces " + one + " and L2 " + two +
           ", each at its best λ. Fewer weights do not by themselves learn fewer of them: those "
           "that are left may be large.",
       of_both(record, &Side::memorised, "share of the wrong labels"))
      .tab = "which is ahead";
}

void draw_winner(const Record& record, lab::Report& r) {
  lab::Bars bars = of_both(record, &Side::accuracy, "accuracy on clean labels");
  bars.lit = record.sides[0].wins == record.sides[1].wins  ? -1
             : record.sides[0].wins > record.sides[1].wins ? 0
                                                           : 1;
  bars.rules.push_back({"at chance", 0.5, false, Role::target});
  const Params& p = record.params;
  const std::string features = lab::counted(p.features, "feature", "features");
  const std::string matter = p.dense() ? "all " + features + " matter"
                                       : grouped(p.true_weights()) + " of " + features +
                                             (p.true_weights() == 1 ? " matters" : " matter");
  r.figure("verdict", verdict(record),
           "Where " + matter + ", " + verdict(record) + ": with " + percent(p.flips) +
               " wrong labels the mean accuracy on clean ones is " +
               percent(record.sides[0].accuracy.mean()) + " for L1 and " +
               percent(record.sides[1].accuracy.mean()) + " for L2.",
           std::move(bars))
      .tab = "which is ahead";
}

lab::Curve path_curve(const std::vector<num::Running>& values, Penalty p, double most) {
  lab::Curve curve{name(p), role(p), {}, {}, {}, {}, p == Penalty::l2};
  const std::vector<double> grid = lambda_grid(p);
  for (std::size_t i = 0; i < grid.size(); ++i) {
    add_point(curve, grid[i], values[i].mean());
    add_interval(curve, values[i], 0, most);
  }
  return curve;
}

lab::Lines path_lines(const Record& record, std::string y, double most) {
  const double at = record.walk.at(record.params.penalty, Params::tuned_step).lambda;
  lab::Lines lines;
  lines.x = {"penalty's weight λ", std::min(1e-3, at), std::max(10.0, at), true};
  lines.y = {std::move(y), 0, most, false};
  lines.handle = {"lambda", at};
  return lines;
}

void draw_paths(const Record& record, lab::Report& r) {
  lab::Lines accuracy = path_lines(record, "accuracy on clean labels", 1);
  accuracy.y.low = 0.45;
  const double features = record.params.features;
  lab::Lines nonzero = path_lines(record, "weights that are not 0", 1.05 * features);
  double best[2];
  for (const Penalty p : both_penalties) {
    const Side& side = record.of(p);
    accuracy.curves.push_back(path_curve(side.test_path, p, 1));
    nonzero.curves.push_back(path_curve(side.nonzero_path, p, features));
    double& top = best[static_cast<std::size_t>(p)] = 0;
    for (const num::Running& at : side.test_path) top = std::max(top, at.mean());
  }
  accuracy.rules.push_back({"at chance", 0.5, false, Role::target});
  nonzero.rules.push_back(
      {"true weights", static_cast<double>(record.params.true_weights()), false, Role::target});
  const std::string hand = name(record.params.penalty);
  r.figure("accuracy-path", "Accuracy along λ, the mean of the repeats: drag that of " + hand,
           "At its best λ, L1 reaches " + percent(best[0]) + " on clean labels and L2 " +
               percent(best[1]) + ", means over " +
               lab::counted(record.repeats, "repeat", "repeats") + ".",
           std::move(accuracy))
      .tab = "along λ";
  r.figure("nonzero-path", "Weights left along λ",
           "L1 sets weights to exactly 0, more of them the larger λ is; L2 keeps all " +
               grouped(record.params.features) + " at every λ.",
           std::move(nonzero))
      .tab = "along λ";
}

}  // namespace

void draw(const Record& record, int step, lab::Report& r) {
  const Penalty hand = record.params.penalty;
  const Penalty other = hand == Penalty::l1 ? Penalty::l2 : Penalty::l1;
  // The one in hand first, and beside it the other, on the same scale.
  draw_stems(record, hand, step, r);
  draw_stems(record, other, step, r);
  draw_winner(record, r);
  draw_memorised(record, r);
  draw_paths(record, r);
}

}  // namespace laboratory::weight_penalty
