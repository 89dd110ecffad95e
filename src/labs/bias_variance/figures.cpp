#include "labs/bias_variance/figures.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "lab/digits.h"
#include "labs/bias_variance/sizes.h"
#include "labs/curves.h"
#include "labs/phrases.h"

namespace laboratory::bias_variance {
namespace {

using lab::Role;

// "8.8 points more"
std::string points(double share) {
  const std::string number = brief(std::fabs(100 * share), 3);
  return number + (number == "1" ? " point" : " points") + (share < 0 ? " less" : " more");
}

// "5 units", of the picked size.
std::string named(int picked) {
  return lab::counted(sizes[static_cast<std::size_t>(picked)], "unit", "units");
}

void draw_sizes(Ladder& ladder, const Params& p, int picked, lab::Report& report) {
  const double people = p.human / 100;
  lab::Curve train = blank_curve("training", Role::prediction);
  lab::Curve fresh = blank_curve("validation", Role::target, true);
  for (int i = 0; i < size_count; ++i) {
    const Errors e = ladder.errors(i);
    const int width = sizes[static_cast<std::size_t>(i)];
    add_point(train, width, 100 * e.train);
    add_band(train, 100 * std::min(people, e.train), 100 * e.train);
    add_point(fresh, width, 100 * e.validation);
    add_band(fresh, 100 * std::min(e.train, e.validation), 100 * e.validation);
  }
  const Errors now = ladder.errors(picked);
  const int width = sizes[static_cast<std::size_t>(picked)];
  lab::Lines lines;
  lines.x = {"units in each layer", 1, static_cast<double>(sizes.back()), true};
  lines.y = {"error [%]", 0, 55, false};
  lines.curves = {std::move(train), std::move(fresh)};
  lines.rules = {{"people: " + brief(p.human) + " %", p.human, false, Role::neutral},
                 {"given: training " + brief(p.train) + " %", p.train, false, Role::prediction}};
  if (!std::isnan(p.val))
    lines.rules.push_back({"given: validation " + brief(p.val) + " %", p.val, false, Role::target});
  lines.handle = {"width", static_cast<double>(width)};
  const double bias = now.train - people, variance = now.validation - now.train;
  const std::string alt =
      "Networks of " + named(picked) + " in each layer err on " + percent(now.train, 3) +
      " of their training examples, " + points(bias) + " than people do (bias), and on " +
      percent(now.validation, 3) + " of new ones, " + points(variance) + " than that (variance)." +
      (p.width > 0 ? ""
                   : " The line stands at the size that errs most like what was "
                     "typed in; drag it to keep a size.");
  report
      .figure("sizes", "Error against size: the gap below is bias, the gap above is variance", alt,
              std::move(lines))
      .room = lab::Room::story;
}

void draw_split(const Params& p, lab::Report& report) {
  lab::Bars bars;
  bars.x = {"where the error comes from"};
  bars.y = {"error [%]"};
  bars.role = Role::prediction;
  const double bias = p.train - p.human, variance = p.val - p.train;
  bars.names = {"people", "bias"};
  bars.roles = {Role::neutral, Role::prediction};
  bars.heights = {static_cast<float>(p.human), static_cast<float>(bias)};
  std::string alt =
      "People are wrong on " + brief(p.human) + " %, the avoidable bias adds " + brief(bias) + " %";
  if (!std::isnan(p.val)) {
    bars.names.emplace_back("variance");
    bars.roles.push_back(Role::target);
    bars.heights.push_back(static_cast<float>(variance));
    alt += " and the variance " + brief(variance) + " %.";
  } else {
    alt += "; the variance is not known without a validation error.";
  }
  bars.lit = std::isnan(p.val) || bias >= variance ? 1 : 2;
  report.figure("split", "The given errors, taken apart", alt, std::move(bars)).tab = "asked";
}

void draw_steps(Ladder& ladder, int picked, lab::Report& report) {
  lab::Curve train = blank_curve("training", Role::prediction);
  lab::Curve fresh = blank_curve("validation", Role::target, true);
  for (const Ladder::Moment& m : ladder.moments()) {
    const Errors& e = m.errors[static_cast<std::size_t>(picked)];
    add_point(train, static_cast<double>(m.step), 100 * e.train);
    add_point(fresh, static_cast<double>(m.step), 100 * e.validation);
  }
  const std::string units = named(picked);
  lab::Lines lines;
  lines.x = {"training step"};
  lines.y = {"error [%]", 0, 55, false};
  lines.rules.push_back({"best for these examples", 100 * ladder.bayes(), false, Role::neutral});
  const std::string end =
      train.y.empty() ? std::string("No step has been taken yet with ")
                      : "After " + lab::counted(ladder.steps(), "step", "steps") +
                            " the errors are " + brief(static_cast<double>(train.y.back())) +
                            " % and " + brief(static_cast<double>(fresh.y.back())) + " % with ";
  lines.curves = {std::move(train), std::move(fresh)};
  report
      .figure("steps", "Networks of " + units + " while they learn",
              end + units + " in each layer.", std::move(lines))
      .tab = "this size";
}

void draw_map(Ladder& ladder, int picked, lab::Report& report) {
  constexpr int side = 64;
  constexpr double reach = 1.6;
  const nn::Dataset& data = ladder.train();
  lab::BoundaryPanel panel{"", {side, side, ladder.typical(picked).field(side, reach)}, {}};
  panel.clouds = {{"first class", Role::input}, {"second class", Role::target}};
  for (int i = 0; i < data.size(); ++i) {
    const auto at = static_cast<std::size_t>(i);
    lab::Cloud& cloud = panel.clouds[data.labels[at] > 0.5f ? 1 : 0];
    cloud.x.push_back(data.inputs[2 * at]);
    cloud.y.push_back(data.inputs[2 * at + 1]);
  }
  const std::string units = named(picked);
  const double wrong = ladder.typical(picked).errors(data, data).train;
  report
      .figure("map", "What a network with " + units + " in each layer predicts over the plane",
              "The border between the classes, drawn by " + units + " in each layer, gets " +
                  percent(wrong) + " of the training examples wrong.",
              lab::Boundary{{"x₁", -reach, reach, false}, {"x₂", -reach, reach, false}, {panel}})
      .tab = "this size";
}

}  // namespace

int picked_size(Ladder& ladder, const Params& p) {
  return p.width > 0 ? nearest_size(p.width) : ladder.nearest({p.train / 100, p.val / 100});
}

void draw(Ladder& ladder, const Params& p, lab::Report& report) {
  const int picked = picked_size(ladder, p);
  draw_sizes(ladder, p, picked, report);
  draw_split(p, report);
  draw_steps(ladder, picked, report);
  draw_map(ladder, picked, report);
}

}  // namespace laboratory::bias_variance
