#include "labs/attention/hardening.h"

#include <cmath>
#include <limits>

#include "labs/attention/tabs.h"
#include "labs/phrases.h"
#include "num/elementary.h"

namespace laboratory::attention {
namespace {

using lab::Role;

constexpr double most_shown = 1e15;  // draws

// As far as a plot on scales of powers of ten can show it.
bool shown(const Softness& at) { return at.slope != 0 && at.needed <= most_shown; }

std::vector<Softness> course(const Study& s) {
  constexpr int a_decade = 20, decades = 2;  // on either side of 1
  constexpr double ln_ten = 2.302585092994046;
  std::vector<Softness> all;
  for (int i = -decades * a_decade; i <= decades * a_decade; ++i) {
    const Softness at = softness_at(s, num::exp(ln_ten * i / a_decade));
    if (shown(at)) all.push_back(at);
  }
  return all;
}

lab::Lines over_temperature(const Study& s, const char* label) {
  lab::Lines lines;
  lines.x = {"softmax temperature", 0, 0, true};
  lines.y = {label, 0, 0, true};
  const double here = s.params.temperature;
  lines.rules.push_back({"here " + brief(here), here, true, Role::input});
  return lines;
}

template <class Of>
lab::Curve curve_of(const char* name, Role role, const std::vector<Softness>& all, Of of) {
  lab::Curve curve;
  curve.name = name;
  curve.role = role;
  for (const Softness& at : all) {
    if (of(at) <= 0) continue;
    curve.x.push_back(static_cast<float>(at.temperature));
    curve.y.push_back(static_cast<float>(of(at)));
  }
  return curve;
}

void draw_slope(const Study& s, const std::vector<Softness>& all, const Softness& here,
                const Softness& harder, lab::Report& report) {
  lab::Lines lines = over_temperature(s, "size of the slope");
  lines.curves.push_back(curve_of("slope", Role::gradient, all,
                                  [](const Softness& at) { return std::fabs(at.slope); }));
  lines.curves.push_back(curve_of("spread of a draw", Role::target, all,
                                  [](const Softness& at) { return at.deviation; }));
  lines.curves.back().dashed = true;
  if (lines.curves.back().x.empty()) lines.curves.pop_back();
  const auto words = [](const Softness& at) {
    return "temperature " + brief(at.temperature) + " the slope is " + brief(at.slope) +
           " and one draw is off by " + brief(at.deviation);
  };
  report
      .figure("hardening",
              "The slope with respect to Q" + place(s.picked->row, s.picked->entry) +
                  " as the softmax hardens",
              "At " + words(here) + "; at " + words(harder) + ".", std::move(lines))
      .tab = tabs::hardening;
}

void draw_needed(const Study& s, const std::vector<Softness>& all, const Softness& here,
                 const Softness& harder, lab::Report& report) {
  lab::Lines lines = over_temperature(s, "keys to draw");
  lines.curves.push_back(
      curve_of("for a tenth of the slope", Role::gradient, all,
               [](const Softness& at) { return at.deviation > 0 ? at.needed : 0; }));
  if (lines.curves.back().x.empty()) return;
  const auto words = [](const Softness& at) {
    if (at.slope == 0 || std::isnan(at.needed))
      return std::string("no number of draws, for it is 0");
    if (at.needed > most_shown) return std::string("more draws than can be taken");
    const double draws = std::max(1.0, std::ceil(at.needed));
    return brief(draws) + (draws == 1 ? " draw" : " draws");
  };
  report
      .figure("needed", "What a harder choice costs",
              "At temperature " + brief(here.temperature) + " a tenth of the slope takes " +
                  words(here) + ", at " + brief(harder.temperature) + " it takes " + words(harder) +
                  ".",
              std::move(lines))
      .tab = tabs::hardening;
}

}  // namespace

Softness softness_at(const Study& s, double temperature) {
  const PickedCell& cell = *s.picked;
  const Head& head = s.head();
  const int within = cell.entry - head.from;
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  if (within < 0 || within >= head.q.cols) return {temperature, 0, 0, none};
  const num::Attention a = num::attend(head.q, head.k, temperature, s.causal());
  const num::ScoreFunction estimator(a, head.k, head.v, temperature, cell.row, cell.head_col,
                                     s.params.baseline);
  const auto entry = static_cast<std::size_t>(within);
  const double slope = estimator.mean()[entry], variance = estimator.variance()[entry];
  const double deviation = estimator.without_spread(entry) ? 0 : std::sqrt(variance);
  const double ratio = deviation / slope;
  return {temperature, slope, deviation, slope == 0 ? none : 100 * ratio * ratio};
}

void draw_hardening(const Study& s, lab::Report& report) {
  const std::vector<Softness> all = course(s);
  if (all.empty()) return;
  const double t = s.params.temperature;
  const Softness here = softness_at(s, t), harder = softness_at(s, t / 4);
  draw_slope(s, all, here, harder, report);
  draw_needed(s, all, here, harder, report);
}

}  // namespace laboratory::attention
