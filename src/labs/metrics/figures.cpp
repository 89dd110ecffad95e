#include "labs/metrics/figures.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "lab/digits.h"
#include "labs/curves.h"
#include "labs/metrics/people.h"
#include "labs/metrics/study.h"
#include "labs/phrases.h"
#include "num/elementary.h"

namespace laboratory::metrics {
namespace {

using lab::Role;
using Metric = std::optional<double>;

constexpr float no_bar = std::numeric_limits<float>::quiet_NaN();

// Beyond them there is next to nobody.
constexpr double score_low = -4;
double score_high(const Params& p) { return p.separation + 4; }

std::string readable(const Metric& share) { return share ? percent(*share) : "undefined"; }

// "12 % of the ill", and in words where there are none.
std::string part_of(const Metric& share, const char* whom) {
  if (share) return percent(*share) + " of the " + whom;
  return "none of the " + std::string(whom) + ", of whom there are none";
}

// The working point of the table as a mark of its own; off the plane where a share is undefined.
void add_working_point(lab::Lines& lines, const Metric& x, const Metric& y) {
  if (!x || !y) return;
  lab::Curve point = blank_curve("your threshold", Role::prediction);
  point.trace = lab::Trace::marks;
  add_point(point, *x, *y);
  lines.curves.push_back(std::move(point));
}

// A normal hump of so many people over the scores, from `from` on, as an area.
lab::Curve hump(const char* name, Role role, double people, double middle, double from, double to) {
  constexpr int steps = 160;
  constexpr double root_two_pi = 2.5066282746310002;
  lab::Curve curve = blank_curve(name, role);
  for (int i = 0; i <= steps; ++i) {
    const double x = from + (to - from) * i / steps, off = x - middle;
    const double y = people * num::exp(-off * off / 2) / root_two_pi;
    add_point(curve, x, y);
    add_band(curve, 0, y);
  }
  return curve;
}

// How many times larger a hump of few may be drawn beside one of many, so that its form is seen: 1,
// 2 or 5 times a power of ten; 1 where it is seen as it is.
double enlargement(double few, double many) {
  constexpr double seen = 0.05, wanted = 0.6;
  if (!(few > 0) || few >= seen * many) return 1;
  double best = 1;
  for (double power = 1; power <= wanted * many / few; power *= 10)
    for (const double times : {power, 2 * power, 5 * power})
      if (times <= wanted * many / few) best = times;
  return best;
}

void draw_scores(const Study& s, lab::Report& r) {
  constexpr double peak = 0.3989422804014327;  // of the normal density
  const Params& p = s.params;
  const auto ill = static_cast<double>(s.table.positives());
  const auto well = static_cast<double>(s.table.negatives());
  const double low = std::min(score_low, p.threshold);
  const double high = std::max(score_high(p), p.threshold);
  lab::Lines lines;
  lines.x = {"score: what the detector says", low, high, false};
  lines.y = {"people per unit of the score", 0, 1.12 * peak * std::max({ill, well, 1.0}), false};
  lines.curves = {hump("healthy", Role::neutral, well, 0, low, high),
                  hump("ill", Role::gradient, ill, p.separation, low, high)};
  // Those who are flagged once more, so that their part of the area is the deeper one.
  if (p.threshold < high) {
    lines.curves.push_back(hump("", Role::neutral, well, 0, p.threshold, high));
    lines.curves.push_back(hump("", Role::gradient, ill, p.separation, p.threshold, high));
  }
  if (const double times = enlargement(ill, well); times > 1) {
    lab::Curve larger = hump("", Role::gradient, times * ill, p.separation, low, high);
    larger.name = "ill, drawn " + brief(times) + " times as high";
    larger.low.clear(), larger.high.clear();
    larger.dashed = true;
    lines.curves.push_back(std::move(larger));
  }
  lines.handle = {"threshold", p.threshold};
  const std::string alt = "Drawn to their numbers, " +
                          lab::counted(s.table.positives(), "ill person is", "ill people are") +
                          " a small hump, " + brief(p.separation) + " spreads above that of " +
                          grouped(s.table.negatives()) + " healthy ones. Right of the threshold " +
                          brief(p.threshold) + " lie " + part_of(num::recall(s.table), "ill") +
                          " and " + grouped(s.table.fp) + " of the healthy.";
  lab::Figure& figure = r.figure(
      "scores", "Scores of all, drawn to their numbers: drag the threshold", alt, std::move(lines));
  figure.room = lab::Room::row;
  figure.tab = "scores";
}

// The four metrics of the question for one way of calling. Names are short enough for a phone.
lab::Bars bars(const num::Confusion& c, Role role) {
  lab::Bars b;
  b.names = {"acc.", "prec.", "rec.", "F1"};
  for (const Metric& m :
       {num::accuracy(c), num::precision(c), num::recall(c), num::f_score(c, 1)}) {
    b.heights.push_back(m ? static_cast<float>(*m) : no_bar);
    b.notes.push_back(m ? brief(*m) : "0/0");
  }
  b.y = {"", 0, 1.1, false};
  b.role = role;
  return b;
}

std::string metrics_words(const char* who, const num::Confusion& c) {
  return std::string(who) + " accuracy " + readable(num::accuracy(c)) + ", precision " +
         readable(num::precision(c)) + ", recall " + readable(num::recall(c)) + " and F1 " +
         readable(num::f_score(c, 1)) + ".";
}

void draw_yours(const Study& s, lab::Report& r) {
  r.figure("yours", s.params.given() ? "Your table" : "Your threshold",
           metrics_words(s.params.given() ? "The table has" : "The current threshold has", s.table),
           bars(s.table, Role::prediction))
      .tab = "metrics";
}

// Keeps the points of a curve that a person could tell apart on a plane of side 1.
class Thinned {
 public:
  explicit Thinned(lab::Curve& to) : to_(to) {}
  void add(double x, double y, bool last) {
    constexpr double least = 1.0 / 250;
    if (!to_.x.empty() && !last && std::fabs(x - x_) + std::fabs(y - y_) < least) return;
    add_point(to_, x_ = x, y_ = y);
  }

 private:
  lab::Curve& to_;
  double x_ = 0, y_ = 0;
};

lab::Lines unit_square(const char* x, const char* y) {
  lab::Lines lines;
  lines.x = {x, 0, 1, false};
  lines.y = {y, 0, 1.02, false};
  return lines;
}

Metric false_alarms(const num::Confusion& c) {
  const Metric spared = num::specificity(c);
  return spared ? Metric(1 - *spared) : spared;
}

lab::Curve roc_curve(const std::vector<num::Ranking::Point>& points) {
  lab::Curve roc = blank_curve("any threshold", Role::activation);
  Thinned thinned(roc);
  for (const num::Ranking::Point& point : points)
    thinned.add(false_alarms(point.table).value_or(0), num::recall(point.table).value_or(0),
                point.table == points.back().table);
  return roc;
}

lab::Curve precision_curve(const std::vector<num::Ranking::Point>& points) {
  lab::Curve pr = blank_curve("any threshold", Role::activation);
  Thinned thinned(pr);
  for (const num::Ranking::Point& point : points)
    if (const Metric precision = num::precision(point.table))
      thinned.add(num::recall(point.table).value_or(0), *precision,
                  point.table == points.back().table);
  return pr;
}

void draw_roc(const Study& s, Memory& memory, lab::Report& r) {
  lab::Lines lines = unit_square("flagged among the healthy", "recall");
  lab::Curve chance = blank_curve("at chance", Role::neutral, true);
  add_point(chance, 0, 0), add_point(chance, 1, 1);
  lines.curves.push_back(std::move(chance));
  const Metric area = auc(s, memory);
  if (!s.params.given() && area)
    lines.curves.push_back(
        memory.roc.of(lab::on(memory.ranking), [&] { return roc_curve(points(s, memory)); }));
  add_working_point(lines, false_alarms(s.table), num::recall(s.table));
  std::string alt = "The working point has recall " + readable(num::recall(s.table)) + " with " +
                    part_of(false_alarms(s.table), "healthy") + " flagged.";
  if (!s.params.given() && area)
    alt += " Over all thresholds the area under the curve is " + brief(*area) + ".";
  r.figure("roc", "ROC: recall against false alarms", alt, std::move(lines)).tab = "curves";
}

void draw_precision(const Study& s, Memory& memory, lab::Report& r) {
  lab::Lines lines = unit_square("recall", "precision");
  if (!s.params.given() && s.table.positives() > 0)
    lines.curves.push_back(memory.precision_recall.of(
        lab::on(memory.ranking), [&] { return precision_curve(points(s, memory)); }));
  const Metric base = num::precision(s.everyone);
  if (base) lines.rules.push_back({"flag everyone", *base, false, Role::target});
  add_working_point(lines, num::recall(s.table), num::precision(s.table));
  const std::string alt = "The working point has precision " + readable(num::precision(s.table)) +
                          " at recall " + readable(num::recall(s.table)) +
                          "; flagging everyone has precision " + readable(base) + ".";
  r.figure("precision-recall", "Precision against recall", alt, std::move(lines)).tab = "curves";
}

void draw_cost(const Study& s, const Cheapest& best, lab::Report& r) {
  constexpr int steps = 240;
  const Params& p = s.params;
  const auto cost = [&p](const num::Confusion& c) {
    return num::mean_cost(c, p.cost_fn, p.cost_fp).value_or(0);
  };
  const double low = std::min(score_low, p.threshold), high = std::max(score_high(p), p.threshold);
  lab::Curve mean = blank_curve("mean cost", Role::activation);
  for (int i = 0; i <= steps; ++i) {
    const double t = low + (high - low) * i / steps;
    add_point(mean, t, cost(s.ranking->at(t)));
  }
  const double healthy = cost(s.healthy), everyone = cost(s.everyone);
  lab::Lines lines;
  lines.x = {"threshold [score]", low, high, false};
  const double top = std::max({healthy, everyone, cost(s.table)});
  lines.y = {"cost per person", 0, top > 0 ? 1.15 * top : 1, false};
  lines.curves.push_back(std::move(mean));
  lines.rules = {{"always “healthy”", healthy, false, Role::neutral},
                 {"flag everyone", everyone, false, Role::neutral}};
  if (best.threshold > low && best.threshold < high)
    lines.rules.push_back({"cheapest", best.threshold, true, Role::target});
  lines.handle = {"threshold", p.threshold};
  const std::string alt = "With a miss at " + brief(p.cost_fn) + " and a false alarm at " +
                          brief(p.cost_fp) + " the mean cost is lowest, " + brief(best.cost) +
                          ", at the threshold " + brief(best.threshold) + "; here it is " +
                          brief(cost(s.table)) + ".";
  r.figure("cost", "Mean cost per person at each threshold", alt, std::move(lines)).tab = "cost";
}

}  // namespace

void draw(const Study& s, const Cheapest& best, Memory& memory, lab::Report& r) {
  const Params& p = s.params;
  const auto table = [](const num::Confusion& c) { return lab::on(c.tp, c.fp, c.fn, c.tn); };
  const lab::Dependence here = table(s.table);
  lab::Drawings& d = memory.drawings;
  d.draw(r, "people", lab::on(here, p.given(), memory.ranking, p.threshold, p.cost_fn, p.cost_fp),
         [&](lab::Report& to) { draw_people(s, to); });
  if (!p.given())
    d.draw(r, "scores", lab::on(here, p.threshold, p.separation),
           [&](lab::Report& to) { draw_scores(s, to); });
  d.draw(r, "always-healthy", table(s.healthy), [&](lab::Report& to) {
    to.figure("always-healthy", "Always “healthy”",
              metrics_words("Calling everybody healthy has", s.healthy),
              bars(s.healthy, Role::neutral))
        .tab = "metrics";
  });
  d.draw(r, "flag-everyone", table(s.everyone), [&](lab::Report& to) {
    to.figure("flag-everyone", "Flag everyone", metrics_words("Flagging everybody has", s.everyone),
              bars(s.everyone, Role::neutral))
        .tab = "metrics";
  });
  d.draw(r, "yours", lab::on(here, p.given()), [&](lab::Report& to) { draw_yours(s, to); });
  const lab::Dependence curves = lab::on(here, p.given(), memory.ranking);
  d.draw(r, "roc", curves, [&](lab::Report& to) { draw_roc(s, memory, to); });
  d.draw(r, "precision-recall", curves, [&](lab::Report& to) { draw_precision(s, memory, to); });
  if (!p.given())
    d.draw(r, "cost", lab::on(curves, p.cost_fn, p.cost_fp, p.threshold, p.separation),
           [&](lab::Report& to) { draw_cost(s, best, to); });
}

}  // namespace laboratory::metrics
