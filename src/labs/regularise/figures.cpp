#include "labs/regularise/figures.h"

#include <algorithm>
#include <string>

#include "lab/digits.h"
#include "labs/phrases.h"
#include "labs/regularise/line_up.h"

namespace laboratory::regularise {
namespace {

using lab::Role;

constexpr double reach = 1.6;  // of decision maps, in both directions
constexpr int map_side = 48;

// The first epoch from which on the gap, averaged over ten epochs, stays at a twentieth or more.
int parting(const History& history) {
  constexpr std::size_t window = 10;
  int at = -1;
  for (std::size_t end = history.size(); end >= window; --end) {
    double sum = 0;
    for (std::size_t i = end - window; i < end; ++i) sum += history[i].gap();
    if (sum < 0.05 * window) break;
    at = static_cast<int>(end - window);
  }
  return at;
}

void draw_history(LineUp& line_up, const Params& p, lab::Report& report) {
  const History& history = line_up.history();
  lab::Curve train{"training", Role::prediction, {}, {}, {}, {}, false};
  lab::Curve fresh{"new examples", Role::target, {}, {}, {}, {}, true};
  for (std::size_t i = 0; i < history.size(); ++i) {
    const auto x = static_cast<float>(i);
    const auto top = static_cast<float>(history[i].train);
    const auto low = static_cast<float>(history[i].validation);
    train.x.push_back(x), train.y.push_back(top);
    train.low.push_back(std::min(low, top)), train.high.push_back(top);
    fresh.x.push_back(x), fresh.y.push_back(low);
  }
  const Accuracy now = history.back();
  lab::Lines lines;
  lines.x = {"epoch", 0, static_cast<double>(std::max(p.epochs, 1)), false};
  // From below what guessing gets right, whatever the network does.
  lines.y = {"share that is right", p.data == Data::glyphs ? 0 : 0.3, 1.02, false};
  lines.curves = {std::move(train), std::move(fresh)};
  const int at = parting(history);
  if (at > 0) lines.rules.push_back({"they part", static_cast<double>(at), true, Role::neutral});
  const std::string apart =
      at > 0 ? " They part for good after epoch " + grouped(at) + "." : std::string();
  report
      .figure(
          "accuracy", "Accuracy on training and on new examples: the gap is " + brief(now.gap()),
          "After " + lab::counted(line_up.epochs(), "epoch", "epochs") + " the network gets " +
              brief(now.train) + " of its training examples right and " + brief(now.validation) +
              " of new ones, a gap of " + brief(now.gap()) + "." + apart,
          std::move(lines))
      .room = lab::Room::story;
}

void draw_gaps(LineUp& line_up, const Params& p, lab::Report& report) {
  lab::Bars bars;
  bars.x = {"measure, each alone", 0, 0, false};
  // The same axis whatever is switched on, so that runs can be compared.
  bars.y = {"gap, mean over the seeds", -0.2, 0.6, false};
  bars.role = Role::prediction;
  int widest = 0, narrowest = 0;
  double most = -2, least = 2;
  for (int m = 0; m < measure_count; ++m) {
    const num::Running gaps = line_up.group(m).gaps();
    bars.names.emplace_back(measures()[static_cast<std::size_t>(m)].label);
    const double mean = gaps.count() > 0 ? gaps.mean() : 0;
    const num::Interval interval =
        gaps.count() > 1 ? num::student95(gaps) : num::Interval{mean, mean};
    bars.heights.push_back(static_cast<float>(mean));
    bars.low.push_back(static_cast<float>(interval.low));
    bars.high.push_back(static_cast<float>(interval.high));
    if (mean > most) most = mean, widest = m;
    if (mean < least) least = mean, narrowest = m;
  }
  bars.rules.push_back({"none", static_cast<double>(bars.heights[0]), false, Role::neutral});
  const auto name = [](int m) {
    return std::string(measures()[static_cast<std::size_t>(m)].label);
  };
  const double without = bars.heights[0];
  report
      .figure("gaps",
              "Gap of each measure over " + grouped(p.repeats) + " seeds, with its 95 % interval",
              "Over " + grouped(p.repeats) + " seeds the widest mean gap is " + brief(most) + " (" +
                  name(widest) + ") and the narrowest " + brief(least) + " (" + name(narrowest) +
                  "); without any measure it is " + brief(without) + ".",
              std::move(bars))
      .tab = "measures";
}

lab::BoundaryPanel panel(std::string name, Trainee& network) {
  lab::BoundaryPanel panel{std::move(name), {map_side, map_side, {}}, {}};
  panel.field.values = network.field(map_side, reach);
  const nn::Dataset& data = network.data().train;
  panel.clouds = {{"first class", Role::input}, {"second class", Role::target}};
  for (int i = 0; i < data.size(); ++i) {
    const auto at = static_cast<std::size_t>(i);
    lab::Cloud& cloud = panel.clouds[data.labels[at] > 0.5f ? 1 : 0];
    cloud.x.push_back(data.inputs[2 * at]);
    cloud.y.push_back(data.inputs[2 * at + 1]);
  }
  return panel;
}

void draw_maps(LineUp& line_up, lab::Report& report) {
  if (line_up.own().data().train.classes != 2 || line_up.own().data().train.shape.features() != 2)
    return;
  lab::Boundary maps;
  maps.x = {"x₁", -reach, reach, false};
  maps.y = {"x₂", -reach, reach, false};
  maps.panels.push_back(panel("as it is set", line_up.own()));
  for (int m = 0; m < early_stopping; ++m)
    if (line_up.first(m).fault().empty())
      maps.panels.push_back(panel(measures()[static_cast<std::size_t>(m)].label, line_up.first(m)));
  const std::string panels = grouped(maps.panels.size());
  report
      .figure("maps",
              "What each network has learned: islands around single examples, or one border",
              "Decision maps of " + panels +
                  " networks trained on the same examples; wrong training labels: " +
                  grouped(line_up.own().data().flipped) +
                  ". A network that overfits draws islands around single examples.",
              std::move(maps))
      .tab = "maps";
}

}  // namespace

void draw(LineUp& line_up, const Params& p, lab::Report& report) {
  draw_history(line_up, p, report);
  draw_gaps(line_up, p, report);
  draw_maps(line_up, report);
}

}  // namespace laboratory::regularise
