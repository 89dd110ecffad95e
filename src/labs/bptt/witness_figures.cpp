#include "labs/bptt/witness_figures.h"

#include "labs/bptt/blocks.h"
#include "labs/bptt/symbols.h"
#include "labs/phrases.h"

namespace laboratory::bptt {

using lab::Role;

void draw_check(const Study& s, lab::Report& report) {
  const Weight w = s.params.weight;
  lab::Blocks blocks = {
      {block("backwards", Role::gradient, s.kept_gradient.of(w), s.accumulated ? "=" : "≈")}};
  if (s.accumulated)
    blocks.blocks.push_back(block("forwards", Role::gradient, s.accumulation.of(w), "≈"));
  blocks.blocks.push_back(block("differences", Role::gradient, s.differences.of(w), ""));
  std::string alt = "Backpropagation and central differences are " + brief(s.differences_gap, 2) +
                    " apart, relative to the largest entry";
  if (s.stride > 1)
    alt += ", over every " + std::to_string(s.stride) + "th entry: more would take too long";
  if (s.accumulated) alt += "; forward accumulation is " + brief(s.accumulation_gap, 2) + " away";
  report.figure("check", gradient_symbol(w) + ", three ways", alt + ".", std::move(blocks)).tab =
      "check";
}

void draw_costs(const Study& s, lab::Report& report) {
  const std::int64_t costs[] = {backward_cost(s.net), accumulation_cost(s.net),
                                differences_cost(s.net)};
  lab::Bars bars;
  bars.x.label = "way";
  bars.y = {"multiplications", 0, 0, true};
  bars.names = {"backwards", "forwards", "differences"};
  bars.role = Role::neutral;
  for (const std::int64_t cost : costs) {
    bars.heights.push_back(static_cast<float>(cost));
    bars.notes.push_back(grouped(cost));
  }
  // Backwards, the states of all steps wait for the gradient; forwards, a number for each pair of a
  // node and a weight is carried along.
  const std::int64_t kept_back = static_cast<std::int64_t>(s.T()) * s.net.units(),
                     kept_forth = static_cast<std::int64_t>(s.net.units()) * weights(s.net);
  report
      .figure("costs",
              "Multiplications for the gradients of Wₓ, Wₕ and bₕ together; kept meanwhile: " +
                  grouped(kept_back) + " numbers backwards, " + grouped(kept_forth) + " forwards",
              "For the gradients of all " + grouped(weights(s.net)) +
                  " entries of Wₓ, Wₕ and bₕ forward accumulation takes " +
                  brief(static_cast<double>(costs[1]) / static_cast<double>(costs[0]), 3) +
                  " times the multiplications of going backwards, and keeps " +
                  grouped(kept_forth) + " numbers whatever T is, against " + grouped(kept_back) +
                  " that grow with T.",
              std::move(bars))
      .tab = "check";
}

}  // namespace laboratory::bptt
