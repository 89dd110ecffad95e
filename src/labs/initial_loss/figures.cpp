#include "labs/initial_loss/figures.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "labs/curves.h"
#include "labs/initial_loss/record.h"
#include "labs/phrases.h"
#include "num/elementary.h"

namespace laboratory::initial_loss {
namespace {

using lab::Role;

std::string samples(std::size_t n) { return std::to_string(n) + (n == 1 ? " sample" : " samples"); }

std::string log_label(int classes) {
  return "ln " + std::to_string(classes) + " = " + brief(num::log(classes));
}

// The 95 % interval of the mean loss, as wide as a net and samples drawn anew would make it.
num::Interval mean_interval(const num::Running& mean, int classes) {
  const num::Interval strangers = num::interval95(mean);
  if (mean.count() < 2) return strangers;
  const double middle = mean.mean(), factor = shared_error(classes, mean.count());
  return {middle + factor * (strangers.low - middle), middle + factor * (strangers.high - middle)};
}

// The running mean and its 95 % interval at a few hundred of the samples, the last one included.
// The band starts where an interval begins to mean something.
lab::Curve running_mean(const std::vector<double>& losses, int classes) {
  constexpr std::size_t most_points = 300;
  constexpr std::int64_t first_band = 10;
  const std::size_t stride = (losses.size() + most_points - 1) / most_points;
  lab::Curve curve{"simulated", Role::prediction, {}, {}, {}, {}, false};
  num::Running mean;
  for (std::size_t i = 0; i < losses.size(); ++i) {
    mean.add(losses[i]);
    if ((i + 1) % stride != 0 && i + 1 != losses.size()) continue;
    add_point(curve, static_cast<double>(i + 1), mean.mean());
    const bool banded = mean.count() >= first_band;
    const num::Interval interval = mean_interval(mean, classes);
    add_band(curve, banded ? interval.low : mean.mean(), banded ? interval.high : mean.mean());
  }
  return curve;
}

// How the mean stands to log K, in words.
std::string finding(const Record& record) {
  const double nats = num::log(record.params.classes), mean = record.mean.mean();
  const std::string begin =
      "After " + samples(record.losses.size()) + " the mean loss is " + brief(mean) + " nats, ";
  const double off = mean - nats;
  if (std::fabs(off) < 1e-3 * nats) return begin + "at " + log_label(record.params.classes) + ".";
  return begin + brief(std::fabs(off)) + (off > 0 ? " above " : " below ") +
         log_label(record.params.classes) + ".";
}

// An axis that shows at least a tenth of `around` on either side: noise far below the effect looks
// like what it is.
lab::Axis steady_axis(std::string label, double around, const lab::Curve& curve) {
  double low = 0.9 * around, high = 1.1 * around;
  for (std::size_t i = 0; i < curve.y.size(); ++i) {
    low = std::min<double>(low, std::min(curve.y[i], curve.low[i]));
    high = std::max<double>(high, std::max(curve.y[i], curve.high[i]));
  }
  return {std::move(label), low, high, false};
}

void draw_mean(const Record& record, lab::Report& report) {
  const double nats = num::log(record.params.classes);
  const double second = second_order_loss(record.params.classes, record.params.variance());
  lab::Lines lines;
  lines.curves.push_back(running_mean(record.losses, record.params.classes));
  lines.x = {"samples seen", 0, static_cast<double>(record.params.samples), false};
  lines.y = steady_axis("mean loss [nats]", nats, lines.curves[0]);
  lines.rules.push_back({log_label(record.params.classes), nats, false, Role::target});
  const double span = lines.y.high - lines.y.low;
  const bool apart = std::fabs(second - nats) > 0.02 * span;
  if (apart && second < lines.y.high + 0.5 * span) {
    lines.rules.push_back({"second order " + brief(second), second, false, Role::neutral});
    lines.y.high = std::max(lines.y.high, second + 0.05 * span);
  }
  report
      .figure("loss", "Mean loss over the samples so far, with its 95 % interval", finding(record),
              std::move(lines))
      .tab = "losses";
}

void draw_probabilities(const Record& record, lab::Report& report) {
  constexpr std::size_t most_bars = 500;
  const std::size_t classes = record.probabilities.size();
  const std::size_t group = (classes + most_bars - 1) / most_bars;
  const double uniform = 1.0 / static_cast<double>(classes);
  const auto seen = static_cast<double>(record.losses.size());
  lab::Bars bars;
  double low = 1, high = 0;
  for (std::size_t k = 0; k < classes; k += group) {
    const std::size_t end = std::min(k + group, classes);
    double sum = 0;
    for (std::size_t i = k; i < end; ++i) sum += record.probabilities[i];
    const double mean = sum / seen / static_cast<double>(end - k);
    bars.heights.push_back(static_cast<float>(mean));
    low = std::min(low, mean);
    high = std::max(high, mean);
  }
  bars.x = {group == 1 ? "class" : "class, " + std::to_string(group) + " to a bar", 0, 0, false};
  bars.y = {"mean predicted probability", 0, std::max(1.05 * high, 2 * uniform), false};
  bars.start = 0.5;
  bars.width = static_cast<double>(group);
  bars.role = Role::prediction;
  bars.rules.push_back({"1/" + std::to_string(classes), uniform, false, Role::target});
  const bool flat = high - low < 0.01 * uniform;
  const std::string number = std::to_string(classes), in_a_bar = std::to_string(group);
  const std::string all = group == 1 ? "All " + number + " classes are predicted with "
                                     : "The " + number + " classes, the mean of " + in_a_bar +
                                           " in each bar, are predicted with ";
  const std::string alt = flat ? all + "probability " + brief(uniform) + ", the uniform 1/" +
                                     std::to_string(classes) + ", to within " +
                                     brief(std::max(high - uniform, uniform - low)) + "."
                               : all + "mean probabilities from " + brief(low) + " to " +
                                     brief(high) + "; uniform would be " + brief(uniform) + ".";
  report
      .figure("probabilities",
              group == 1 ? "Mean predicted probability of each of the " + number + " classes"
                         : "Mean predicted probability of the " + number + " classes, " + in_a_bar +
                               " to a bar",
              alt, std::move(bars))
      .tab = "probabilities";
}

// The losses on an axis from 0 to twice log K, so that equal losses are seen to be a pile; doubled
// until it holds them all. The bins are odd in number: the middle one is around log K.
void draw_histogram(const Record& record, lab::Report& report) {
  constexpr int bins = 41;
  const auto [least, most] = std::minmax_element(record.losses.begin(), record.losses.end());
  const double nats = num::log(record.params.classes);
  double top = 2 * nats;
  while (top < *most) top *= 2;
  const num::Histogram h = num::histogram(record.losses, bins, 0, top);
  lab::Bars bars;
  bars.x = {"loss of one sample [nats]", 0, top, false};
  bars.y = {"samples", 0, 0, false};
  bars.start = h.low;
  bars.width = h.width;
  for (const int count : h.counts) bars.heights.push_back(static_cast<float>(count));
  bars.role = Role::prediction;
  bars.rules.push_back({log_label(record.params.classes), nats, true, Role::target});
  const std::string alt = "The losses of " + samples(record.losses.size()) + " lie between " +
                          brief(*least) + " and " + brief(*most) + " nats, with a mean of " +
                          brief(record.mean.mean()) + ".";
  report
      .figure("histogram", "Loss of each of the " + samples(record.losses.size()), alt,
              std::move(bars))
      .tab = "losses";
}

// The largest weight spread of the grid at which the expected loss is within a hundredth of log K.
double last_flat(const LossCurve& curve) {
  for (std::size_t i = 1; i < curve.sigma.size(); ++i)
    if (curve.expected[i] > 1.01 * curve.expected[0]) return curve.sigma[i - 1];
  return curve.sigma.back();
}

// What the learning rate does, which the curve does not show.
std::string rate_words(const Record& record) {
  const double rate = record.params.rate;
  if (rate == 0)
    return "The learning rate is 0: no sample changes the weights, so that the loss stays there.";
  const std::string begin = "The learning rate " + brief(rate) + " moves the weights off it";
  if (record.losses.empty()) return begin + " from the second sample on.";
  return begin + ": the mean over " + samples(record.losses.size()) + " is " +
         brief(record.mean.mean()) + " nats.";
}

void draw_spread(const Record& record, const LossCurve& theory, lab::Report& report) {
  const double nats = num::log(record.params.classes);
  // Beyond three times log K the curve only grows, and the part where it leaves the line would be
  // pressed flat.
  const double top = std::max(3 * nats, 1.1 * record.mean.mean());
  lab::Curve expected{"expected", Role::neutral, {}, {}, {}, {}, false};
  lab::Curve second{"second order", Role::neutral, {}, {}, {}, {}, true};
  for (std::size_t i = 0; i < theory.sigma.size(); ++i) {
    if (theory.expected[i] <= top) add_point(expected, theory.sigma[i], theory.expected[i]);
    if (theory.second_order[i] <= top) add_point(second, theory.sigma[i], theory.second_order[i]);
  }
  const double at = record.params.spread();
  const double low = theory.sigma.front(), high = expected.x.back();
  const double expected_there = expected.y.back();
  lab::Lines lines;
  lines.x = {"weight spread σ", at > 0 ? std::min(low, at) : low, std::max(high, at), true};
  lines.y = {"expected loss [nats]", 0, top, false};
  lines.rules.push_back({log_label(record.params.classes), nats, false, Role::target});
  lines.handle = {"sigma", at};
  lines.curves = {std::move(expected), std::move(second)};
  if (record.mean.count() > 1) {
    lab::Curve simulated{"simulated", Role::prediction, {}, {}, {}, {}, false};
    add_point(simulated, std::max(at, lines.x.low), record.mean.mean());
    const num::Interval interval = mean_interval(record.mean, record.params.classes);
    add_band(simulated, interval.low, interval.high);
    lines.curves.push_back(std::move(simulated));
  }
  const std::string alt = "The expected loss stays within 1 % of " +
                          log_label(record.params.classes) + " up to a weight spread of about " +
                          brief(last_flat(theory)) + " and reaches " + brief(expected_there) +
                          " at " + brief(high) + "; the current spread is " + brief(at) + ". " +
                          rate_words(record);
  report
      .figure("spread", "Expected loss against the spread of the weights: drag σ", alt,
              std::move(lines))
      .room = lab::Room::story;
}

}  // namespace

void draw(const Record& record, const LossCurve& theory, lab::Report& report) {
  draw_spread(record, theory, report);
  if (record.losses.empty()) return;
  draw_histogram(record, report);
  draw_mean(record, report);
  draw_probabilities(record, report);
}

}  // namespace laboratory::initial_loss
