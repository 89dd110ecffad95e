#include "labs/bptt/figures.h"

#include <algorithm>
#include <cmath>

#include "lab/digits.h"
#include "lab/graph_words.h"
#include "labs/bptt/blocks.h"
#include "labs/bptt/step_figures.h"
#include "labs/bptt/symbols.h"
#include "labs/bptt/unrolled.h"
#include "labs/bptt/witness_figures.h"
#include "labs/curves.h"
#include "labs/phrases.h"

namespace laboratory::bptt {
namespace {

using lab::Matrix;
using lab::Role;

void draw_net(const Study& s, int position, lab::Report& report) {
  lab::Graph graph = unrolled(s, position);
  const Window shown = window(s, position);
  std::string title = "Unrolled over " + lab::counted(s.T(), "step", "steps");
  if (shown.last - shown.first + 1 < s.T())
    title = "Steps " + std::to_string(shown.first) + " to " + std::to_string(shown.last) + " of " +
            std::to_string(s.T());
  const int back = s.walked(position);
  title += position == 0 ? ", values only" : ": the gradient is back at " + at_step("h", back);
  std::string alt = title + ".";
  if (position > 0) {
    alt = at_step("δ", back) + " = " + column(s.whole.deltas, back) + " has the size " +
          brief(num::norm(at_time(s.whole.deltas, back)), 3);
    if (back < s.T())
      alt += ", " + at_step("δ", s.T()) + " the size " +
             brief(num::norm(at_time(s.whole.deltas, s.T())), 3);
    alt += ". Each step back multiplies by Wₕᵀ and by the slopes there.";
  }
  alt += " " + lab::read_aloud(graph);
  report.figure("unrolled", title, alt, std::move(graph)).room = lab::Room::story;
}

// Beyond so many steps bars have no room for words, and fall through too many decades for a linear
// axis.
constexpr int most_named = 12;

void draw_shares(const Study& s, int position, lab::Report& report) {
  const Weight w = s.params.weight;
  const Matrix& whole = s.gradient.of(w);
  lab::Bars bars;
  bars.x.label = "time step t";
  bars.y.label = std::string("size of its share in ") + gradient_symbol(w);
  bars.y.logarithmic = s.T() > most_named;
  bars.lit = s.time(position) - 1;
  bars.start = 0.5;
  for (int t = 1; t <= s.T(); ++t) {
    const Matrix part = s.share_of(w, t);
    bars.heights.push_back(static_cast<float>(norm(part)));
    const bool came = position > 0 && t >= s.walked(position);
    bars.roles.push_back(came ? Role::gradient : Role::neutral);
    if (s.T() > most_named) continue;
    bars.names.push_back("t = " + std::to_string(t));
    const double turned = cosine(part, whole);
    const bool cut = s.net.loss == Loss::end && t <= s.T() - s.keep();
    bars.notes.push_back(cut ? "cut" : std::isnan(turned) ? "" : "cos " + brief(turned, 2));
  }
  const double first = norm(s.share_of(w, 1)), last = norm(s.share_of(w, s.T()));
  std::string alt = "The share of step 1 in " + gradient_symbol(w) + " has the size " +
                    brief(first, 3) + ", that of step " + std::to_string(s.T()) + " " +
                    brief(last, 3);
  if (s.T() > 1 && first > 0 && last > 0)
    alt += first < last ? ": " + brief(last / first, 3) + " times as much"
                        : ": " + brief(first / last, 3) + " times less";
  const bool turned = s.T() <= most_named && s.T() > 1;
  report
      .figure("shares",
              "Share of each time step in " + gradient_symbol(w) +
                  (turned ? "; cos: its cosine with the whole" : ""),
              alt + ".", std::move(bars))
      .tab = "shares";
}

void draw_truncation(const Study& s, lab::Report& report) {
  const Weight w = s.params.weight;
  const Truncation& by_terms = s.truncation(w);
  lab::Lines lines;
  lines.x.label = "terms kept k";
  lines.y.label = "relative error, and cosine";
  lab::Curve error = blank_curve("error |gₖ − g| / |g|", Role::gradient),
             turned = blank_curve("cosine of gₖ with g", Role::activation, true);
  for (int k = 1; k <= s.T(); ++k) {
    const auto at = static_cast<std::size_t>(k - 1);
    add_point(error, k, by_terms.error[at]);
    add_point(turned, k, by_terms.cosine[at]);
  }
  const auto at = static_cast<std::size_t>(s.keep() - 1);
  lines.curves = {std::move(error), std::move(turned)};
  lines.handle = {"truncate", static_cast<double>(s.keep())};
  report
      .figure(
          "truncation", gradient_symbol(w) + " cut to its last k terms",
          "With " + std::to_string(s.keep()) + " of " + std::to_string(s.T()) + " terms kept, " +
              gradient_symbol(w) + " is off by " + percent(by_terms.error[at], 3) +
              " of its size, and its cosine with the whole is " + brief(by_terms.cosine[at]) + ".",
          std::move(lines))
      .tab = "truncation";
}

void draw_all_weights(const Study& s, lab::Report& report) {
  const Weights& w = s.net.weights;
  const auto gradient = [&s](Weight kind) {
    return block(gradient_symbol(kind), Role::gradient, s.kept_gradient.of(kind), "");
  };
  lab::Blocks gradients = {{gradient(Weight::Wx), gradient(Weight::Wh), gradient(Weight::bh)}};
  lab::Blocks net = {{block("Wₓ", Role::weight, w.Wx, ""), block("Wₕ", Role::weight, w.Wh, ""),
                      block("bₕ", Role::weight, w.bh, ""),
                      block("∂L/∂y", Role::gradient, {s.net.units(), 1, s.net.slope}, "")}};
  report
      .figure("gradients",
              s.keep() < s.T()
                  ? "The three gradients, cut to " + lab::counted(s.keep(), "term", "terms")
                  : "One δ for each step gives all three gradients",
              "The same δ of each step times x, times the state before it, and alone: sizes " +
                  brief(norm(s.kept_gradient.Wx), 3) + ", " + brief(norm(s.kept_gradient.Wh), 3) +
                  " and " + brief(norm(s.kept_gradient.bh), 3) + ".",
              std::move(gradients))
      .tab = "weights";
  report
      .figure(
          "net", "The weights, and the gradient at the output",
          "Wₕ is " + sides(w.Wh.rows, w.Wh.cols) + " and of the size " + brief(norm(w.Wh), 3) + ".",
          std::move(net))
      .tab = "weights";
}

}  // namespace

void draw(const Study& s, int position, lab::Drawings& drawings, lab::Report& report) {
  if (!s.fits() || !s.finite) {
    lab::Working faults;
    for (const lab::Problem& p : report.problems) faults.lines.push_back(p.message);
    const std::string first = faults.lines.front();
    report
        .figure("unrolled", s.fits() ? "Beyond what a double holds" : "The shapes do not fit",
                first, std::move(faults))
        .room = lab::Room::story;
    return;
  }
  // Beside these a study has no parameters that only look.
  const lab::Dependence weight = lab::on(s.params.weight), step = lab::on(weight, s.time(position)),
                        walk = lab::on(step, position);
  using lab::Report;
  drawings.draw(report, "net", walk, [&](Report& r) { draw_net(s, position, r); });
  drawings.draw(report, "shares", walk, [&](Report& r) { draw_shares(s, position, r); });
  drawings.draw(report, "step", step, [&](Report& r) { draw_step(s, position, r); });
  drawings.draw(report, "truncation", weight, [&](Report& r) { draw_truncation(s, r); });
  drawings.draw(report, "weights", {}, [&](Report& r) { draw_all_weights(s, r); });
  drawings.draw(report, "check", weight, [&](Report& r) { draw_check(s, r); });
  drawings.draw(report, "costs", {}, [&](Report& r) { draw_costs(s, r); });
}

}  // namespace laboratory::bptt
