#include "labs/rnn_remedies/loss_figures.h"

#include <algorithm>
#include <cmath>

#include "lab/digits.h"
#include "labs/curves.h"
#include "labs/phrases.h"
#include "num/elementary.h"

namespace laboratory::rnn_remedies {
namespace {

using lab::Role;

constexpr double least_loss = 0.001, most_loss = 2;

lab::Lines frame(const Params& p, int steps) {
  lab::Lines lines;
  lines.x = {"training step", 1, std::max(2.0, static_cast<double>(steps)), false};
  lines.y = {loss_name(p.task), least_loss, most_loss, true};
  lines.rules = {{"a guess without memory", memoryless(p), false, Role::target},
                 {"solved", solved_below(p), false, Role::neutral}};
  return lines;
}

lab::Curve curve(LineUp& line_up, std::size_t i, bool band) {
  const Remedy& remedy = line_up.remedies()[i];
  lab::Curve curve = blank_curve(remedy.name, remedy.role, remedy.dashed);
  const std::vector<Spread> history = line_up.history(i);
  for (std::size_t s = 0; s < history.size(); ++s) {
    add_point(curve, static_cast<double>(s + 1), history[s].middle);
    if (band) add_band(curve, history[s].low, history[s].high);
  }
  return curve;
}

// "solved at step 309", "loss 0.17 after 600 steps"
std::string outcome_words(const Outcome& o, int steps) {
  if (o.running == 0) return "has stopped";
  if (o.median > 0) return "solved at step " + grouped(o.median);
  return steps == 0 ? "not trained yet" : "loss " + brief(o.loss.middle, 2) + ", not solved";
}

}  // namespace

void draw_losses(LineUp& line_up, const std::vector<Standing>& standing, const Params& p,
                 lab::Report& report) {
  const int steps = line_up.steps();
  lab::Lines lines = frame(p, steps);
  lab::Scatter scatter;
  scatter.x = {"share at the first step, before training", 0, 0, true};
  scatter.y = {loss_name(p.task), 0, 0, true};
  std::string findings, nowhere;
  int best = -1, steadiest = -1;  // the lowest loss; the share nearest to 1, both of those shown
  const auto away = [&](int i) {
    return std::fabs(num::log(standing[static_cast<std::size_t>(i)].start.middle));
  };
  const auto loss = [&](int i) {
    return standing[static_cast<std::size_t>(i)].outcome.loss.middle;
  };
  for (std::size_t i = 0; i < standing.size(); ++i) {
    const Remedy& remedy = line_up.remedies()[i];
    lines.curves.push_back(curve(line_up, i, false));
    const Standing& s = standing[i];
    findings += (i == 0 ? "" : ", ") + remedy.name + " " +
                (s.outcome.running > 0 ? brief(s.outcome.loss.middle, 2) : "has stopped");
    const bool shown =
        s.start.middle > 0 && std::isfinite(s.start.middle) && s.outcome.loss.middle > 0;
    if (!shown) {
      nowhere += (nowhere.empty() ? "" : ", ") + remedy.name;
      continue;
    }
    const int here = static_cast<int>(i);
    if (best < 0 || loss(here) < loss(best)) best = here;
    if (steadiest < 0 || away(here) < away(steadiest)) steadiest = here;
    lab::Cloud cloud;
    cloud.role = remedy.role;
    cloud.x = {static_cast<float>(s.start.middle)};
    cloud.y = {static_cast<float>(s.outcome.loss.middle)};
    cloud.labels = {remedy.name};
    scatter.clouds.push_back(std::move(cloud));
  }
  report
      .figure(
          "loss",
          "Loss of each net on new sequences: mean of " + std::to_string(window) +
              " batches, median of the seeds",
          (steps == 0 ? std::string("No step has been taken yet")
                      : "Loss after " + lab::counted(steps, "step", "steps") + ": " + findings) +
              "; a guess without memory costs " + brief(memoryless(p)) + ".",
          std::move(lines))
      .tab = tabs::losses;
  if (best < 0) return;
  const auto words = [&](int i) {
    const auto at = static_cast<std::size_t>(i);
    return line_up.remedies()[at].name + " (share " + share_words(standing[at].start) + ", loss " +
           brief(loss(i), 2) + ")";
  };
  report
      .figure("outcome",
              "Loss at step " + grouped(steps) + " by the share that got back before training",
              "Lowest loss: " + words(best) + ". Share nearest to 1: " + words(steadiest) + "." +
                  (nowhere.empty() ? std::string()
                                   : " Nothing got back, or nothing is finite: " + nowhere + "."),
              std::move(scatter))
      .tab = tabs::outcome;
}

void draw_card(LineUp& line_up, const std::vector<Standing>& standing, const Params& p,
               lab::Report& report) {
  const int steps = line_up.steps();
  const std::size_t chosen = static_cast<std::size_t>(p.card) + 1;
  lab::Working all;
  for (std::size_t i = 0; i < standing.size(); ++i) {
    const Outcome& o = standing[i].outcome;
    all.lines.push_back((o.median > 0 ? "✓ " : "✗ ") + line_up.remedies()[i].name + ": share " +
                        share_words(standing[i].start) + " at the start, " +
                        share_words(standing[i].now) + " now; " + outcome_words(o, steps));
  }
  const Remedy& remedy = line_up.remedies()[chosen];
  const Standing& s = standing[chosen];
  const std::string words = remedy.name + ": share " + share_words(s.start) + " at the start, " +
                            outcome_words(s.outcome, steps);
  const std::string seeds = std::to_string(s.outcome.solved) + " of " +
                            lab::counted(p.repeats, "seed has", "seeds have") + " solved the task.";

  lab::Lines ratio = share_frame(p);
  const std::string now = "after " + grouped(steps);
  ratio.curves.push_back(
      share_curve("plain, start", Role::neutral, true, share(line_up.flows_at_start(0)), false));
  ratio.curves.push_back(
      share_curve("start", remedy.role, true, share(line_up.flows_at_start(chosen)), true));
  if (steps > 0) ratio.curves.push_back(share_curve(now, remedy.role, false, s.shares, true));
  report
      .figure("card.ratio", remedy.name + ": what gets back before training and now",
              "With " + remedy.name + " a share of " + share_words(s.start) +
                  " gets back to the first step before training, and " + share_words(s.now) +
                  " now.",
              std::move(ratio))
      .tab = tabs::card;
  lab::Lines loss = frame(p, steps);
  loss.curves = {curve(line_up, 0, false), curve(line_up, chosen, true)};
  report.figure("card.loss", words, words + ". " + seeds, std::move(loss)).tab = tabs::card;
  report
      .figure("card.all", "Every net by its share and its outcome; ✓ has solved the task",
              words + ". " + seeds, std::move(all))
      .tab = tabs::card;
}

}  // namespace laboratory::rnn_remedies
