#include "labs/attention/sampling_figures.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "labs/attention/tabs.h"
#include "labs/phrases.h"

namespace laboratory::attention {
namespace {

using lab::Role;

// What the figures are about: the entry of Q that is followed, its exact slope, and the spread of
// one draw.
struct Followed {
  explicit Followed(const Study& s)
      : name("Q" + place(s.picked->row, s.picked->entry)),
        slope(s.sampling->mean[static_cast<std::size_t>(s.picked->entry)]),
        variance(s.sampling->variance[static_cast<std::size_t>(s.picked->entry)]),
        deviation(std::sqrt(variance)) {}
  std::string name;
  double slope, variance, deviation;
};

void draw_one_key(const Study& s, const Followed& f, lab::Report& report) {
  const std::vector<double>& says = s.sampling->by_key;
  lab::Bars bars;
  bars.x = {"key drawn", 0, 0, false};
  bars.y = {"slope it says", 0, 0, false};
  bars.role = Role::gradient;
  bars.lit = s.head().choice(s.picked->row);
  const auto share = [&](std::size_t j) {
    return s.head().weighing.weights.at(s.picked->row, static_cast<int>(j));
  };
  for (std::size_t j = 0; j < says.size(); ++j) {
    bars.names.push_back("k" + std::to_string(j + 1));
    bars.heights.push_back(static_cast<float>(says[j]));
    bars.notes.push_back(percent(share(j), 3));
  }
  bars.rules.push_back({"mean " + brief(f.slope), f.slope, false, Role::target});
  const auto words = [&](std::vector<double>::const_iterator key) {
    const auto j = static_cast<std::size_t>(key - says.begin());
    return brief(*key) + " by key " + std::to_string(j + 1) + ", drawn with probability " +
           brief(share(j));
  };
  const auto [least, most] = std::minmax_element(says.begin(), says.end());
  const std::string alt = (least == most ? "There is one key to draw: " + words(least)
                                         : "From " + words(least) + ", to " + words(most)) +
                          ". Weighted by these probabilities their mean is the soft gradient " +
                          brief(f.slope) + ", and one draw is off by " + brief(f.deviation) + ".";
  report
      .figure("draw", "What one drawn key says of the slope with respect to " + f.name, alt,
              std::move(bars))
      .tab = tabs::sampling;
}

void draw_course(const Study& s, const Followed& f, lab::Report& report) {
  constexpr std::size_t most_points = 400;
  const std::vector<double>& course = s.sampling->course;
  const std::size_t stride = (course.size() + most_points - 1) / most_points;
  lab::Curve mean{"estimate", Role::gradient, {}, {}, {}, {}, false};
  for (std::size_t i = stride - 1; i < course.size(); i += stride) {
    const auto n = static_cast<double>(i + 1);
    const double reach = 1.959963984540054 * std::sqrt(f.variance / n);
    mean.x.push_back(static_cast<float>(n));
    mean.y.push_back(static_cast<float>(course[i]));
    mean.low.push_back(static_cast<float>(f.slope - reach));
    mean.high.push_back(static_cast<float>(f.slope + reach));
  }
  lab::Lines lines;
  lines.x = {"keys drawn", 1, static_cast<double>(course.size()), true};
  lines.y = {"slope", 0, 0, false};
  lines.curves.push_back(std::move(mean));
  lines.rules.push_back({"soft gradient " + brief(f.slope), f.slope, false, Role::target});
  const std::string alt = "After " + grouped(static_cast<std::int64_t>(course.size())) +
                          " draws the score-function estimate of the slope with respect to " +
                          f.name + " is " + brief(course.back()) + "; exact is " + brief(f.slope) +
                          ", and one draw has a standard deviation of " + brief(f.deviation) + ".";
  report
      .figure("estimate", "Score-function estimate of the slope with respect to " + f.name, alt,
              std::move(lines))
      .tab = tabs::sampling;
}

lab::Curve expected(const Followed& f, double most) {
  lab::Curve line{"σ/√n", Role::target, {}, {}, {}, {}, true};
  for (const double n : {1.0, most}) {
    line.x.push_back(static_cast<float>(n));
    line.y.push_back(static_cast<float>(f.deviation / std::sqrt(n)));
  }
  return line;
}

lab::Curve measured(const Sampling& sampling) {
  lab::Curve marks{std::to_string(sampling.repeats) + " repeats",
                   Role::gradient,
                   {},
                   {},
                   {},
                   {},
                   false,
                   lab::Trace::marks};
  for (const Miss& miss : sampling.misses) {
    marks.x.push_back(static_cast<float>(miss.draws));
    marks.y.push_back(miss.size > 0 ? static_cast<float>(miss.size)
                                    : std::numeric_limits<float>::quiet_NaN());
  }
  return marks;
}

// Without spread there is no error to draw, on a scale of powers of ten least of all.
void draw_cost(const Study& s, const Followed& f, lab::Report& report) {
  const Sampling& sampling = *s.sampling;
  if (sampling.without_spread) return;
  const double needed = std::ceil(sampling.needed(s.picked->entry));
  constexpr double most_shown = 1e15;
  const bool shown = needed <= most_shown;  // not where it is no number
  const double most = shown ? std::max<double>(needed, s.params.draws) : s.params.draws;
  lab::Lines lines;
  lines.x = {"keys drawn, n", 1, most, true};
  lines.y = {"error of the slope", 0, 0, true};
  lines.curves = {measured(sampling), expected(f, most)};
  const double theory = f.deviation / std::sqrt(s.params.draws);
  std::string alt = "The means of " + grouped(s.params.draws) + " draws are off by " +
                    brief(sampling.misses.back().size) + ", root mean square of " +
                    std::to_string(sampling.repeats) + " repeats; σ/√n is " + brief(theory) +
                    ". Four times the draws halve the error";
  if (shown) {
    const double tenth = std::fabs(f.slope) / 10;
    lines.rules.push_back({"a tenth of it", tenth, false, Role::target});
    lines.rules.push_back({brief(needed) + " draws", needed, true, Role::target});
    alt += ", and a tenth of the slope takes " + brief(needed);
  }
  if (sampling.misses.back().size < theory / 2)
    alt += ". Here hardly a repeat has met the rare key that the variance comes from";
  report
      .figure("cost", "What the estimate costs: its error while keys are drawn", alt + ".",
              std::move(lines))
      .tab = tabs::sampling;
}

}  // namespace

void draw_sampling(const Study& s, lab::Report& report) {
  const Followed followed(s);
  draw_one_key(s, followed, report);
  draw_course(s, followed, report);
  draw_cost(s, followed, report);
}

}  // namespace laboratory::attention
