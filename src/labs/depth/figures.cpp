#include "labs/depth/figures.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "labs/curves.h"
#include "labs/depth/line_up.h"
#include "labs/depth/outcomes.h"
#include "labs/phrases.h"

namespace laboratory::depth {
namespace {

using lab::Role;

constexpr float gap = std::numeric_limits<float>::quiet_NaN();

// One scale for every setting, so that a colour means the same before and after a change. What lies
// beyond an end has the colour of that end.
constexpr double faintest = 1e-12, strongest = 1e8;

// The loss of a net that gives both classes the same probability, and how far below it a net has to
// come to be said to learn.
constexpr double guess = 0.6931471805599453, learning = 0.9 * guess;

// A logarithmic scale has no place for 0: it becomes a gap.
float positive(double x) { return x > 0 ? static_cast<float>(x) : gap; }

bool is_zero(double x) { return !(x > 0) && !(x < 0) && std::isfinite(x); }

lab::Curve curve_of(Contender& c) { return blank_curve(c.name, c.role, c.dashed); }

// How much of the gradient comes through: "iv batch norm 0.97".
std::string reach_words(Contender& c) {
  if (!c.net->fault().empty()) return c.name + " has stopped";
  const double reach = health(*c.net).reach;
  return c.name + " " + (reach > 0 ? brief(reach, 2) : "0");
}

// What the nets make of the gradients that reach them.
std::string learning_words(Record& record) {
  std::string below;
  int count = 0;
  for (Contender& c : record.nets) {
    if (!(c.net->loss(record.window()) < learning)) continue;
    below += (below.empty() ? "" : ", ") + c.name;
    ++count;
  }
  const auto all = static_cast<int>(record.nets.size());
  const std::string than = " clearly below that of a guess: under " + brief(learning, 2) +
                           " nats, not " + brief(guess) + ".";
  if (count == all) return "Every net here has a loss" + than;
  return "A gradient that arrives is not yet a net that learns: " +
         (count == 0 ? (all == 2 ? "neither of the two nets has a loss"
                                 : "none of the " + std::to_string(all) + " nets has a loss")
                     : "of " + std::to_string(all) + " nets " + below +
                           (count == 1 ? " alone has a loss" : " have a loss")) +
         than;
}

// What decides on the one remedy that stands beside the net: the share of the gradient that reaches
// layer 1 and the dead units, before and after.
std::string pair_words(Record& record) {
  Contender &before = record.nets[0], &after = record.nets[1];
  if (!before.net->fault().empty() || !after.net->fault().empty()) return "";
  const Health was = health(*before.net), is = health(*after.net);
  const auto share = [](double reach) { return reach > 0 ? brief(reach, 2) : std::string("0"); };
  const Verdict verdict = judge(was, is);
  return "Of the largest gradient layer 1 gets " + share(was.reach) + " in the net “" +
         before.name + "” and " + share(is.reach) + " in “" + after.name + "”, and of the units " +
         percent(was.dead_share) + " and " + percent(is.dead_share) + " are dead: the change " +
         (verdict.helps() ? verdict.words() : "neither revives units nor carries the gradient") +
         ". ";
}

// The steps that have a row: all of a short run, evenly spaced ones of a long one, always the last.
std::vector<int> story_steps(int steps) {
  constexpr int most_rows = 120;
  const int stride = (steps + most_rows - 1) / most_rows;
  std::vector<int> chosen;
  for (int s = steps - 1; s >= 0; s -= stride) chosen.push_back(s);
  return chosen;
}

void draw_story(Record& record, lab::Report& report) {
  lab::Heat heat;
  const int depth = record.params.depth;
  const std::vector<int> shown = story_steps(record.steps);
  std::string findings;
  for (Contender& c : record.nets) {
    lab::HeatPanel panel{c.name, {static_cast<int>(shown.size()), depth, {}}};
    for (const int step : shown)
      for (int l = 0; l < depth; ++l)
        panel.cells.values.push_back(
            positive(c.net->log().gradient[static_cast<std::size_t>(step * depth + l)]));
    heat.panels.push_back(std::move(panel));
    findings += (findings.empty() ? "" : ", ") + reach_words(c);
  }
  const double stride = shown.size() > 1 ? shown[0] - shown[1] : 1;
  heat.x = {"hidden layer", 0.5, depth + 0.5, false};
  heat.y = {"step", record.steps + 0.5 - stride * static_cast<double>(shown.size()),
            record.steps + 0.5, false};
  heat.value = {"gradient norm, cut off at either end", faintest, strongest, true};
  report
      .figure("story", "Gradient norm of each layer up to step " + std::to_string(record.steps),
              (record.params.beside == Beside::all ? "" : pair_words(record)) +
                  learning_words(record) +
                  " Share of the largest gradient that reaches layer 1: " + findings + ".",
              std::move(heat))
      .room = lab::Room::story;
}

void draw_loss_curves(Record& record, lab::Report& report) {
  lab::Lines lines;
  lines.x = {"step", 1, std::max(2.0, static_cast<double>(record.steps)), false};
  lines.y = {"training loss [nats]", 0, 0, true};
  const int window = record.window();
  std::string findings;
  for (Contender& c : record.nets) {
    lab::Curve made = curve_of(c);
    const std::vector<float>& loss = c.net->log().loss;
    double sum = 0;
    for (int s = 0; s < record.steps; ++s) {
      sum += loss[static_cast<std::size_t>(s)];
      if (s >= window) sum -= loss[static_cast<std::size_t>(s - window)];
      add_point(made, s + 1, positive(sum / std::min(s + 1, window)));
    }
    findings += (findings.empty() ? "" : ", ") + c.name + " " + brief(c.net->loss(window));
    lines.curves.push_back(std::move(made));
  }
  lines.rules.push_back({"a guess, ln 2", guess, false, Role::target});
  report
      .figure("loss", "Loss of each net on its last batches",
              "Training loss after " + std::to_string(record.steps) + " steps: " + findings +
                  "; a guess costs 0.6931.",
              std::move(lines))
      .tab = tabs::losses;
}

void draw_gradient_norms(Record& record, lab::Report& report) {
  lab::Lines lines;
  const int depth = record.params.depth;
  lines.x = {"hidden layer", 1, static_cast<double>(depth), false};
  lines.y = {"gradient norm", 0, 0, true};
  std::string findings;
  for (Contender& c : record.nets) {
    lab::Curve made = curve_of(c);
    for (int l = 0; l < depth; ++l)
      if (!is_zero(c.net->gradient(l))) add_point(made, l + 1, c.net->gradient(l));
    lines.curves.push_back(std::move(made));
    findings += (findings.empty() ? "" : ", ") + c.name + " " + brief(c.net->gradient(0));
  }
  report
      .figure("gradient",
              "Gradient norm of each layer at step " + std::to_string(record.steps) +
                  "; a line begins where it is no longer 0",
              "Gradient norm of layer 1: " + findings + ".", std::move(lines))
      .tab = tabs::layers;
}

// One number for each layer of each net.
using PerLayer = std::vector<float> LayerState::*;

lab::Lines by_layer(Record& record, PerLayer what, lab::Axis y) {
  lab::Lines lines;
  lines.x = {"hidden layer", 1, static_cast<double>(record.params.depth), false};
  for (Contender& c : record.nets) {
    lab::Curve made = curve_of(c);
    const std::vector<float>& values = c.net->layers().*what;
    for (std::size_t l = 0; l < values.size(); ++l)
      if (!is_zero(values[l])) add_point(made, static_cast<double>(l + 1), values[l]);
    lines.curves.push_back(std::move(made));
  }
  lines.y = std::move(y);
  return lines;
}

void draw_shares(Record& record, lab::Report& report) {
  lab::Bars dead, flat;
  std::string dead_words, flat_words;
  for (Contender& c : record.nets) {
    const LayerState& layers = c.net->layers();
    const auto enter = [&](lab::Bars& bars, std::string& words, double share) {
      bars.names.push_back(c.brief);
      bars.heights.push_back(static_cast<float>(100 * share));
      words += (words.empty() ? "" : ", ") + c.name + " " + percent(share);
    };
    enter(dead, dead_words, layers.dead_share);
    enter(flat, flat_words, layers.saturated_share);
  }
  dead.y = {"dead units [%]", 0, 100, false};
  flat.y = {"saturated outputs [%]", 0, 100, false};
  dead.role = flat.role = Role::activation;
  report
      .figure("dead", "Units that pass no gradient for any example of the batch",
              "Dead units: " + dead_words + ".", std::move(dead))
      .tab = tabs::units;
  report
      .figure("saturated", "Tanh and sigmoid outputs with next to no slope",
              "Saturated outputs: " + flat_words + ".", std::move(flat))
      .tab = tabs::units;
}

void draw_layers(Record& record, lab::Report& report) {
  const auto ends = [&](PerLayer what) {
    std::string words;
    for (Contender& c : record.nets) {
      const std::vector<float>& values = c.net->layers().*what;
      words += (words.empty() ? "" : "; ") + c.name + " " + brief(values.front()) + " to " +
               brief(values.back());
    }
    return words;
  };
  report
      .figure("spread", "Spread of each layer’s outputs over units and examples",
              "Standard deviation of the outputs from the first layer to the last: " +
                  ends(&LayerState::spread) + ".",
              by_layer(record, &LayerState::spread, {"standard deviation", 0, 0, true}))
      .tab = tabs::layers;
  report
      .figure("update", "How far the last step moved each layer’s weights",
              "Change of the weights over their size, from the first layer to the last: " +
                  ends(&LayerState::update) + ".",
              by_layer(record, &LayerState::update, {"update over weight", 0, 0, true}))
      .tab = tabs::layers;
}

}  // namespace

void draw(Record& record, lab::Report& report) {
  draw_story(record, report);
  draw_loss_curves(record, report);
  draw_outcomes(record, report);
  draw_gradient_norms(record, report);
  draw_shares(record, report);
  draw_layers(record, report);
}

}  // namespace laboratory::depth
