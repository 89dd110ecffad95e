#include "labs/bptt/step_figures.h"

#include <cmath>

#include "labs/bptt/blocks.h"
#include "labs/bptt/symbols.h"
#include "labs/bptt/unrolled.h"
#include "labs/phrases.h"

namespace laboratory::bptt {
namespace {

using lab::Matrix;
using lab::Role;

// How the loss reaches h at step t.
std::string arrival(const Study& s, int t) {
  const std::string left = "∂L/∂" + at_step("h", t) + " = ";
  const std::string behind = "Wₕᵀ " + at_step("δ", t + 1);
  if (t == s.T()) return left + "∇L";
  return left + behind + (s.net.loss == Loss::every ? " + ∇L" : "");
}

void draw_arithmetic(const Study& s, int t, lab::Report& report) {
  const Weight w = s.params.weight;
  const std::string delta = at_step("δ", t), a = at_step("a", t);
  const Matrix part = s.share_of(w, t);
  const double size = norm(part), whole = norm(s.gradient.of(w));
  lab::Working lines;
  lines.lines = {arrival(s, t) + " = " + column(s.whole.arriving, t),
                 delta + " = " + slope_symbol(s.net.activation) + "(" + a + ") ⊙ ∂L/∂" +
                     at_step("h", t) + " = " + column(s.values.slopes, t) + " ⊙ " +
                     column(s.whole.arriving, t) + " = " + column(s.whole.deltas, t)};
  if (s.net.activation == Activation::identity)
    lines.lines[1] = delta + " = ∂L/∂" + at_step("h", t) + ", since the identity has the slope 1";
  if (s.net.loss == Loss::end) {
    lines.lines.push_back("written out: " + delta + " = " + product(s, t));
    lines.lines.push_back("its path: " + path(s, w, t));
  } else {
    lines.lines.push_back("It gathers what all losses from step " + std::to_string(t) +
                          " on send back.");
  }
  std::string sized = "its share: " + share_symbol(w, t) + ", of the size " + brief(size, 3);
  if (whole > 0) sized += ", beside " + brief(whole, 3) + " of all of " + gradient_symbol(w);
  const double turned = cosine(part, s.gradient.of(w));
  if (!std::isnan(turned)) sized += "; cosine with it " + brief(turned, 3);
  lines.lines.push_back(sized);
  const std::string alt = lines.lines[1];
  report.figure("arithmetic", "What happens at " + at_step("h", t), alt, std::move(lines)).tab =
      "step";
}

// Shares side by side have room for so many.
constexpr int most_side_by_side = 5;

void draw_sum(const Study& s, int t, lab::Report& report) {
  const Weight w = s.params.weight;
  lab::Blocks sum;
  if (s.T() <= most_side_by_side) {
    for (int k = 1; k <= s.T(); ++k) {
      sum.blocks.push_back(
          block(share_symbol(w, k), Role::gradient, s.share_of(w, k), k < s.T() ? "+" : "="));
      if (k == t)
        sum.blocks.back().light.assign(sum.blocks.back().values.values.size(), lab::Light::full);
    }
  } else {
    Matrix others = s.gradient.of(w);
    const Matrix part = s.share_of(w, t);
    for (std::size_t i = 0; i < others.values.size(); ++i) others.values[i] -= part.values[i];
    sum.blocks = {block(share_symbol(w, t), Role::gradient, part, "+"),
                  block("all other steps", Role::gradient, std::move(others), "=")};
  }
  sum.blocks.push_back(block(gradient_symbol(w), Role::gradient, s.gradient.of(w), ""));
  report
      .figure("sum", gradient_symbol(w) + " is the sum of the steps’ shares",
              "Entry (1, 1) gets " + brief(s.share_of(w, t).at(0, 0)) + " from step " +
                  std::to_string(t) + ", of " + brief(s.gradient.of(w).at(0, 0)) + " in all.",
              std::move(sum))
      .tab = "step";
}

}  // namespace

void draw_step(const Study& s, int position, lab::Report& report) {
  const int t = s.time(position);
  draw_arithmetic(s, t, report);
  draw_sum(s, t, report);
}

}  // namespace laboratory::bptt
