#include "labs/attention/gradient_figures.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "labs/attention/blocks.h"
#include "labs/attention/tabs.h"
#include "labs/phrases.h"

namespace laboratory::attention {
namespace {

using lab::Role;

// Values of the entry that are shown: both sides of its nearest jump and of the soft rise there.
struct Range {
  double low, high;
};

Range range_of(const Study& s, double x, const std::optional<Jump>& jump) {
  double half = std::max(1.0, std::fabs(x));
  if (jump) {
    const Head& head = s.head();
    const int within = s.picked->entry - head.from;
    const double slopes = std::fabs(head.k.at(jump->to, within) - head.k.at(jump->from, within));
    const double rise = s.params.temperature * std::sqrt(head.q.cols) / slopes;
    const double distance = std::fabs(jump->at - x);
    half = distance == 0 ? 6 * rise : std::max(2 * distance, std::min(4 * rise, 8 * distance));
  }
  half = std::max(half, 1e-4 * std::fabs(x));
  return {x - half, x + half};
}

void add(lab::Curve& curve, double x, double y) {
  curve.x.push_back(static_cast<float>(x));
  curve.y.push_back(static_cast<float>(y));
}

// One flat curve for each key that is chosen within the range.
std::vector<lab::Curve> hard_curves(const Study& s, Range range) {
  const PickedCell& cell = *s.picked;
  std::vector<lab::Curve> pieces;
  const auto add_piece = [&](int key, double from, double to) {
    const double height = s.head().v.at(key, cell.head_col);
    lab::Curve& flat = pieces.emplace_back();
    flat.name = "hard, key " + std::to_string(key + 1);
    flat.role = Role::prediction;
    add(flat, from, height);
    add(flat, to, height);
  };
  if (cell.pieces.empty()) add_piece(s.head().choice(cell.row), range.low, range.high);
  for (const num::HardPiece& piece : cell.pieces) {
    const double from = std::max(piece.from, range.low), to = std::min(piece.to, range.high);
    if (from < to) add_piece(piece.key, from, to);
  }
  return pieces;
}

lab::Curve soft_curve(const Study& s, Range range, double slope) {
  constexpr int points = 160;
  lab::Curve soft{"soft, slope " + brief(slope), Role::activation, {}, {}, {}, {}, false};
  for (int i = 0; i <= points; ++i) {
    const double x = range.low + (range.high - range.low) * i / points;
    add(soft, x, soft_cell_at(s, x));
  }
  return soft;
}

// A piece of the tangent of the soft curve at x, no higher than the figure.
lab::Curve tangent(const Study& s, Range range, double x, double slope) {
  lab::Curve line{"tangent", Role::gradient, {}, {}, {}, {}, true};
  const num::Matrix& v = s.head().v;
  double low = std::numeric_limits<double>::infinity(), high = -low;
  for (int j = 0; j < s.visible_keys(s.picked->row); ++j) {
    low = std::min(low, v.at(j, s.picked->head_col));
    high = std::max(high, v.at(j, s.picked->head_col));
  }
  double half = 0.4 * (range.high - range.low);
  if (slope != 0) half = std::min(half, 0.4 * (high - low) / std::fabs(slope));
  const double here = soft_cell_at(s, x);
  add(line, x - half, here - slope * half);
  add(line, x + half, here + slope * half);
  return line;
}

std::string step_words(const Study& s, const std::string& entry, double x, double slope,
                       const std::optional<Jump>& jump) {
  const std::string soft = " The soft cell has slope " + brief(slope) + " here.";
  const double now = s.head().v.at(s.head().choice(s.picked->row), s.picked->head_col);
  if (!jump)
    return "No value of " + entry + " changes the choice: the hard cell stays at " + brief(now) +
           ", with slope 0." + soft;
  const std::string changes = "the choice changes from key " + std::to_string(jump->from + 1) +
                              " to key " + std::to_string(jump->to + 1) +
                              " and the hard cell jumps by " + brief(jump->by);
  if (jump->at == x) return "At " + entry + " = " + brief(x) + " " + changes + "." + soft;
  return "As " + entry + " leaves " + brief(x) + " the hard cell stays at " + brief(now) +
         ", with slope 0, until at " + brief(jump->at) + " " + changes + "." + soft;
}

void draw_step(const Study& s, lab::Report& report) {
  const PickedCell& cell = *s.picked;
  const double x = s.q.at(cell.row, cell.entry);
  const double slope = cell.soft.q.at(cell.row, cell.entry);
  const std::optional<Jump> jump = nearest_jump(s);
  const Range range = range_of(s, x, jump);
  const std::string entry = "Q" + place(cell.row, cell.entry);
  lab::Lines lines;
  lines.x = {entry, range.low, range.high, false};
  lines.y = {"output cell " + place(cell.row, cell.col), 0, 0, false};
  lines.curves = hard_curves(s, range);
  lines.curves.push_back(soft_curve(s, range, slope));
  lines.curves.push_back(tangent(s, range, x, slope));
  lines.rules.push_back({"here " + brief(x), x, true, Role::input});
  if (jump && jump->at != x)
    lines.rules.push_back({"jump at " + brief(jump->at), jump->at, true, Role::prediction});
  report
      .figure("step", "The arg max as a step: the cell while " + entry + " moves",
              step_words(s, entry, x, slope, jump), std::move(lines))
      .tab = tabs::gradients;
}

double largest_entry(const num::Matrix& m) {
  double top = 0;
  for (const double x : m.values) top = std::max(top, std::fabs(x));
  return top;
}

std::string hard_words() {
  return "No gradient reaches Q and K through the arg max; V gets 1 at the chosen cell.";
}

std::string soft_words(const num::Gradients& g) {
  return "The largest slope with respect to Q is " + brief(largest_entry(g.q)) + ", to K " +
         brief(largest_entry(g.k)) + " and to V " + brief(largest_entry(g.v)) + " in size.";
}

}  // namespace

void draw_gradients(const Study& s, lab::Report& report) {
  const PickedCell& cell = *s.picked;
  const std::string where = place(cell.row, cell.col);
  draw_step(s, report);
  if (!cell.jumps)
    report
        .figure("gradients", "Gradient of output cell " + where,
                s.is_hard() ? hard_words() : soft_words(s.gradients()), gradients(s.gradients()))
        .tab = tabs::gradients;
  if (s.is_hard())
    report
        .figure("gradients.other", "Gradient of the cell, were attention soft",
                soft_words(cell.soft), gradients(cell.soft))
        .tab = tabs::gradients;
  else if (!s.head().weighing.tied(cell.row))
    report
        .figure("gradients.other", "Gradient of the cell, were attention hard", hard_words(),
                gradients(cell.hard))
        .tab = tabs::gradients;
}

}  // namespace laboratory::attention
