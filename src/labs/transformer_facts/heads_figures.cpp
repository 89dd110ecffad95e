// What heads cost: counted, timed on this machine, and in memory.
#include <algorithm>

#include "labs/curves.h"
#include "labs/phrases.h"
#include "labs/transformer_facts/figures.h"

namespace laboratory::transformer_facts {
namespace {

using lab::Role;

void draw_parts(const Params& p, lab::Report& r) {
  const num::AttentionCost one = cost(p, 1), c = cost(p, p.heads);
  lab::Bars bars;
  bars.x = {"part of the layer", 0, 0, false};
  bars.y = {"operations [FLOP]", 0, 0, true};
  bars.role = Role::weight;
  bars.names = {"projections", "scores", "softmax", "mix"};
  for (const std::int64_t part : {c.projections, c.scores, c.softmax, c.mix}) {
    bars.heights.push_back(static_cast<float>(part));
    bars.notes.push_back(grouped(part));
  }
  bars.lit = 2;
  r.figure("cost.parts",
           "Operations with " + std::to_string(p.heads) + (p.heads == 1 ? " head" : " heads") +
               " of width " + brief(static_cast<double>(p.width) / p.heads),
           "Only the softmax grows with the number of heads: " + grouped(c.softmax) + " of " +
               grouped(c.total()) + " operations, against " + grouped(one.softmax) + " of " +
               grouped(one.total()) + " with one head.",
           std::move(bars))
      .tab = tabs::heads;
}

void draw_totals(const Params& p, const std::vector<lab::Timing>& timings, lab::Report& r) {
  lab::Curve counted = blank_curve("counted", Role::weight);
  lab::Curve timed = blank_curve("timed here", Role::prediction, true);
  const auto one = static_cast<double>(cost(p, 1).total());
  for (const int heads : compared_heads(p))
    add_point(counted, heads, static_cast<double>(cost(p, heads).total()) / one);
  const double unit = timings.empty() ? 0 : timings.front().median;
  for (const int heads : compared_heads(p)) {
    const std::string key = std::to_string(heads);
    for (const lab::Timing& t : timings) {
      if (t.key != key) continue;
      add_point(timed, heads, t.median / unit);
      add_band(timed, t.low / unit, t.high / unit);
    }
  }
  lab::Lines lines;
  lines.x = {"heads", 1, static_cast<double>(std::max(2, compared_heads(p).back())), true};
  lines.y = {"relative to one head", 0, 0, false};
  const double most = counted.y.empty() ? 1 : static_cast<double>(counted.y.back());
  std::string alt = "Counted, " + std::to_string(compared_heads(p).back()) + " heads cost " +
                    brief(most) + " times as much as one";
  if (!timings.empty())
    alt += "; on this device they take " + brief(timings.back().median / unit, 3) +
           " times as long, " + brief(1e3 * timings.back().median, 3) + " ms against " +
           brief(1e3 * unit, 3);
  else if (!timed_in_passing(p))
    alt += "; the layer is too large to be timed in passing";
  lines.curves.push_back(std::move(counted));
  if (!timings.empty()) lines.curves.push_back(std::move(timed));
  r.figure("cost.total", "More heads at one total width save no operations", alt + ".",
           std::move(lines))
      .tab = tabs::heads;
}

void draw_memory(const Params& p, lab::Report& r) {
  constexpr double mega = 1e6;
  lab::Curve kept = blank_curve("attention weights", Role::activation);
  lab::Curve learned = blank_curve("learned weights", Role::weight);
  for (const int heads : compared_heads(p)) {
    add_point(kept, heads, weight_bytes(p, heads) / mega);
    add_point(learned, heads, learned_bytes(p) / mega);
  }
  lab::Lines lines;
  lines.x = {"heads", 1, static_cast<double>(std::max(2, compared_heads(p).back())), true};
  lines.y = {"memory [MB]", 0, 0, true};
  lines.curves = {std::move(kept), std::move(learned)};
  r.figure("cost.memory", "More heads keep more attention weights, and learn as many numbers",
           "Each head keeps a weight for every query and key: " +
               brief(weight_bytes(p, p.heads) / mega) + " MB with " + std::to_string(p.heads) +
               (p.heads == 1 ? " head" : " heads") + "; the four learned matrices take " +
               brief(learned_bytes(p) / mega) + " MB with any number of heads.",
           std::move(lines))
      .tab = tabs::heads;
}

}  // namespace

void draw_heads(const Params& p, const std::vector<lab::Timing>& timings, lab::Report& r) {
  draw_parts(p, r);
  draw_totals(p, timings, r);
  draw_memory(p, r);
}

}  // namespace laboratory::transformer_facts
