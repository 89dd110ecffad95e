#include "labs/rnn_remedies/figures.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "lab/digits.h"
#include "labs/curves.h"
#include "labs/phrases.h"
#include "num/elementary.h"

namespace laboratory::rnn_remedies {
namespace {

using lab::Role;

// One scale for every setting, so that a slope means the same before and after a change. What lies
// beyond leaves the picture.
constexpr double faintest = 1e-12, strongest = 1e6;

std::string list(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : "; ") + name;
  return all.empty() ? "none" : all;
}

bool safe(const Spread& share) { return share.middle >= safe_low && share.middle <= safe_high; }

lab::Curve safe_band(double last) {
  lab::Curve band = blank_curve("safe band", Role::target);
  band.trace = lab::Trace::region;
  for (const double x : {0.0, last}) {
    add_point(band, x, 1);
    add_band(band, safe_low, safe_high);
  }
  return band;
}

// What the line of the net that is cut has to say: nothing gets further back.
std::string where_it_ends(const std::vector<Spread>& shares, int steps) {
  const auto n = static_cast<int>(shares.size());
  if (n == 0 || n >= steps) return "";
  return ": ends after " + lab::counted(n - 1, "step", "steps");
}

std::string moment(int steps) {
  return steps == 0 ? std::string("before training")
                    : "after " + lab::counted(steps, "training step", "training steps");
}

}  // namespace

std::string share_words(const Spread& share) {
  if (!std::isfinite(share.middle)) return "not finite";
  return share.middle > 0 ? brief(share.middle, 2) : "0";
}

lab::Lines share_frame(const Params& p) {
  lab::Lines lines;
  const double last = length(p) - 1;
  lines.x = {"steps back from the end", 0, last, false};
  lines.y = {"share of the gradient", faintest, strongest, true};
  lines.curves.push_back(safe_band(last));
  return lines;
}

lab::Curve share_curve(std::string name, Role role, bool dashed, const std::vector<Spread>& shares,
                       bool band) {
  lab::Curve curve = blank_curve(std::move(name), role, dashed);
  for (std::size_t back = 0; back < shares.size(); ++back) {
    add_point(curve, static_cast<double>(back), shares[back].middle);
    if (band) add_band(curve, shares[back].low, shares[back].high);
  }
  return curve;
}

void draw_story(LineUp& line_up, const std::vector<Standing>& standing, const Params& p,
                lab::Report& report) {
  lab::Lines lines = share_frame(p);
  std::vector<std::string> in_band, solved;
  for (std::size_t i = 0; i < standing.size(); ++i) {
    const Remedy& remedy = line_up.remedies()[i];
    std::string name = remedy.name;
    if (remedy.key == "truncate") name += where_it_ends(standing[i].shares, length(p));
    lines.curves.push_back(
        share_curve(std::move(name), remedy.role, remedy.dashed, standing[i].shares, false));
    if (safe(standing[i].now)) in_band.push_back(remedy.name);
    if (standing[i].outcome.median > 0) solved.push_back(remedy.name);
  }
  report
      .figure("ratio",
              "How much of the last step’s gradient gets back to earlier steps, " +
                  moment(line_up.steps()),
              "Task solved by: " + list(solved) + ". In the safe band at the first step: " +
                  list(in_band) + ". A gradient that arrives is not yet a net that learns.",
              std::move(lines))
      .room = lab::Room::story;
}

void draw_start(LineUp& line_up, const std::vector<Standing>& standing, const Params& p,
                lab::Report& report) {
  constexpr double floor = -16, ceiling = 16;
  lab::Bars bars;
  bars.x = {"net", 0, 0, false};
  bars.y = {"power of ten", floor, ceiling, false};
  const auto power = [&](double share) {
    return share > 0 ? num::log10(share) : -std::numeric_limits<double>::infinity();
  };
  std::string findings;
  for (std::size_t i = 0; i < standing.size(); ++i) {
    const Remedy& remedy = line_up.remedies()[i];
    const Spread& start = standing[i].start;
    const bool known = std::isfinite(start.middle);
    bars.names.push_back(remedy.name);
    bars.roles.push_back(remedy.role);
    bars.heights.push_back(known ? static_cast<float>(power(start.middle))
                                 : std::numeric_limits<float>::quiet_NaN());
    bars.low.push_back(known ? static_cast<float>(power(start.low)) : bars.heights.back());
    bars.high.push_back(known ? static_cast<float>(power(start.high)) : bars.heights.back());
    bars.notes.push_back(share_words(start));
    findings += (i == 0 ? "" : ", ") + remedy.name + " " + bars.notes.back();
  }
  bars.rules = {{"safe", num::log10(safe_low), false, Role::target},
                {"", num::log10(safe_high), false, Role::target}};
  report
      .figure(
          "start",
          "Share that reaches the first step before any training: geometric mean and range over " +
              lab::counted(p.repeats, "seed", "seeds"),
          "Before training, the share of the gradient that reaches the first step: " + findings +
              ".",
          std::move(bars))
      .tab = tabs::start;
}

void draw_map(const Validity& validity, const Params& p, lab::Report& report) {
  constexpr double most = 12;
  lab::Heat heat;
  const double half = std::sqrt(validity.gains[1] / validity.gains[0]);
  heat.x = {"gain g", validity.gains.front() / half, validity.gains.back() * half, true};
  heat.y = {"steps back", 0.5, validity.steps_back + 0.5, false};
  heat.value = {"log₁₀ of the share, cut off at either end", -most, most, false};
  heat.signed_values = true;
  const auto columns = static_cast<int>(validity.gains.size());
  std::string findings;
  for (const Validity::Panel& panel : validity.panels) {
    heat.panels.push_back({panel.name, {validity.steps_back, columns, panel.shares}});
    int safe = 0;
    for (int i = 0; i < columns; ++i)
      safe += std::fabs(panel.shares[static_cast<std::size_t>(i)]) <= 2;
    findings += (findings.empty() ? "" : ", ") + panel.name + " " + std::to_string(safe);
  }
  report
      .figure("map",
              "What gets back before training, by gain and steps back: orange vanishes, blue "
              "explodes, white is safe",
              "Of " + std::to_string(columns) + " gains, so many keep the gradient safe over " +
                  std::to_string(p.T - 1) + " steps: " + findings + ".",
              std::move(heat))
      .tab = tabs::map;
}

}  // namespace laboratory::rnn_remedies
