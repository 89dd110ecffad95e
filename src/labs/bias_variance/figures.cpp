#include "labs/bias_variance/figures.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "labs/bias_variance/sizes.h"
#include "labs/curves.h"
#include "labs/phrases.h"

namespace laboratory::bias_variance {
namespace {

using lab::Role;

void draw_sizes(Ladder& ladder, int picked, lab::Report& report) {
  const double best = ladder.bayes();
  lab::Curve train{"training", Role::prediction, {}, {}, {}, {}, false};
  lab::Curve fresh{"validation", Role::target, {}, {}, {}, {}, true};
  for (int i = 0; i < size_count; ++i) {
    const Errors e = ladder.errors(i);
    const int width = ladder.net(i).width();
    add_point(train, width, 100 * e.train);
    add_band(train, 100 * std::min(best, e.train), 100 * e.train);
    add_point(fresh, width, 100 * e.validation);
    add_band(fresh, 100 * std::min(e.train, e.validation), 100 * e.validation);
  }
  const Errors now = ladder.errors(picked);
  const int width = ladder.net(picked).width();
  lab::Lines lines;
  lines.x = {"units in each layer", 1, static_cast<double>(sizes.back()), true};
  lines.y = {"error [%]", 0, 55, false};
  lines.curves = {std::move(train), std::move(fresh)};
  lines.rules.push_back({"the best possible, " + percent(best), 100 * best, false, Role::neutral});
  lines.handle = {"width", static_cast<double>(width)};
  report
      .figure("sizes", "Error against size: the gap below is bias, the gap above is variance",
              "With " + std::to_string(width) + " units the training error is " +
                  percent(now.train) + ", " + percent(std::max(0.0, now.train - best)) +
                  " above the best possible (bias), and the validation error " +
                  percent(now.validation) + ", " + percent(now.validation - now.train) +
                  " above that (variance).",
              std::move(lines))
      .room = lab::Room::story;
}

void draw_steps(Ladder& ladder, int picked, lab::Report& report) {
  lab::Curve train{"training", Role::prediction, {}, {}, {}, {}, false};
  lab::Curve fresh{"validation", Role::target, {}, {}, {}, {}, true};
  for (const Ladder::Moment& m : ladder.moments()) {
    const Errors& e = m.errors[static_cast<std::size_t>(picked)];
    add_point(train, static_cast<double>(m.step), 100 * e.train);
    add_point(fresh, static_cast<double>(m.step), 100 * e.validation);
  }
  const std::string units = std::to_string(ladder.net(picked).width());
  lab::Lines lines;
  lines.x = {"training step"};
  lines.y = {"error [%]", 0, 55, false};
  lines.rules.push_back({"best possible", 100 * ladder.bayes(), false, Role::neutral});
  const std::string end =
      train.y.empty() ? std::string("No step has been taken yet with ")
                      : "After " + std::to_string(ladder.steps()) + " steps the errors are " +
                            brief(static_cast<double>(train.y.back())) + " % and " +
                            brief(static_cast<double>(fresh.y.back())) + " % with ";
  lines.curves = {std::move(train), std::move(fresh)};
  report.figure("steps", "The network of " + units + " units while it learns",
                end + units + " units in each layer.", std::move(lines));
}

void draw_map(Ladder& ladder, int picked, lab::Report& report) {
  constexpr int side = 64;
  constexpr double reach = 1.6;
  const nn::Dataset& data = ladder.train();
  lab::BoundaryPanel panel{"", {side, side, ladder.net(picked).field(side, reach)}, {}};
  panel.clouds = {{"first class", Role::input}, {"second class", Role::target}};
  for (int i = 0; i < data.size(); ++i) {
    const auto at = static_cast<std::size_t>(i);
    lab::Cloud& cloud = panel.clouds[data.labels[at] > 0.5f ? 1 : 0];
    cloud.x.push_back(data.inputs[2 * at]);
    cloud.y.push_back(data.inputs[2 * at + 1]);
  }
  const std::string units = std::to_string(ladder.net(picked).width());
  const Errors now = ladder.errors(picked);
  report.figure("map", "What the network of " + units + " units says over the plane",
                "The border that " + units + " units in each layer draw between the classes gets " +
                    percent(now.train) + " of the training examples wrong.",
                lab::Boundary{{"x₁", -reach, reach, false}, {"x₂", -reach, reach, false}, {panel}});
}

}  // namespace

void draw_split(const Params& p, lab::Report& report) {
  lab::Bars bars;
  bars.x = {"where the error comes from"};
  bars.y = {"error [%]"};
  bars.role = Role::prediction;
  const double bias = p.train - p.human, variance = p.val - p.train;
  bars.names = {"people", "bias"};
  bars.heights = {static_cast<float>(p.human), static_cast<float>(bias)};
  std::string alt =
      "People are wrong on " + brief(p.human) + " %, the avoidable bias adds " + brief(bias) + " %";
  if (!std::isnan(p.val)) {
    bars.names.emplace_back("variance");
    bars.heights.push_back(static_cast<float>(variance));
    alt += " and the variance " + brief(variance) + " %.";
  } else {
    alt += "; the variance is not known without a validation error.";
  }
  bars.lit = std::isnan(p.val) || bias >= variance ? 1 : 2;
  report.figure("split", "The errors that were typed in, taken apart", alt, std::move(bars));
}

void draw(Ladder& ladder, const Params& p, lab::Report& report) {
  const int picked = nearest_size(p.width);
  draw_sizes(ladder, picked, report);
  draw_steps(ladder, picked, report);
  draw_map(ladder, picked, report);
}

}  // namespace laboratory::bias_variance
