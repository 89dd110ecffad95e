#include "labs/attention/figures.h"

#include <algorithm>
#include <cmath>

#include "labs/attention/arithmetic.h"
#include "labs/attention/blocks.h"
#include "labs/phrases.h"

namespace laboratory::attention {
namespace {

using lab::Role;

std::string row_words(const num::Matrix& m, int row) {
  std::string list;
  for (const double x : m.row(row)) list += (list.empty() ? "(" : ", ") + brief(x);
  return list + ")";
}

std::string number(int from_zero) { return std::to_string(from_zero + 1); }

// "The best keys are 2, 1 and 2, query by query."
std::string best_keys(const Study& s) {
  std::string list;
  for (int i = 0; i < s.q.rows; ++i)
    list += (i == 0 ? "" : i + 1 < s.q.rows ? ", " : " and ") + number(s.choice(i));
  return s.q.rows == 1 ? "The best key is " + list + ". "
                       : "The best keys are " + list + ", query by query. ";
}

void draw_calculation(const Study& s, lab::Report& report) {
  std::string alt = "The shapes do not fit: Q is " + sides(s.q.rows, s.q.cols) + ", K is " +
                    sides(s.k.rows, s.k.cols) + " and V is " + sides(s.v.rows, s.v.cols) + ".";
  if (s.picked) {
    const int row = s.picked->row, choice = s.choice(row);
    // About as long for either kind, so that nothing moves from one to the other.
    alt = best_keys(s) + "Query " + number(row) + " scores key " + number(choice) + " highest, " +
          brief(s.weighing->scores.at(row, choice)) + ", " +
          (s.is_hard()
               ? "so that row " + number(row) + " of the output is value " + number(choice) + ": "
               : "weight " + brief(s.weighing->weights.at(row, choice)) + ": row " + number(row) +
                     " of the output is ") +
          row_words(s.output(), row) + ".";
  }
  report
      .figure("calculation",
              s.is_hard() ? "Hard attention, step by step" : "Soft attention, step by step", alt,
              calculation(s))
      .room = lab::Room::story;
}

void draw_cell_arithmetic(const Study& s, lab::Report& report) {
  lab::Working working = arithmetic(s);
  const std::string alt = working.lines.back() + ".";
  report
      .figure("arithmetic",
              "How output cell " + place(s.picked->row, s.picked->col) + " comes about", alt,
              std::move(working))
      .tab = "arithmetic";
}

lab::Cloud arrows(const char* name, const char* label, Role role, const num::Matrix& m, int lit) {
  lab::Cloud cloud{name, role, {}, {}, {}, true, name, lit};
  for (int i = 0; i < m.rows; ++i) {
    cloud.x.push_back(static_cast<float>(m.at(i, 0)));
    cloud.y.push_back(static_cast<float>(m.at(i, 1)));
    cloud.labels.push_back(label + number(i));
  }
  return cloud;
}

void draw_plane(const Study& s, lab::Report& report) {
  const int row = s.picked ? s.picked->row : -1;
  const int choice = s.picked ? s.choice(row) : -1;
  const bool all = s.q.cols == 2;
  lab::Scatter plane;
  plane.equal = true;
  plane.x = {"first entry", 0, 0, false};
  plane.y = {"second entry", 0, 0, false};
  plane.clouds = {arrows("Q", "q", Role::input, s.q, row),
                  arrows("K", "k", Role::weight, s.k, choice)};
  std::string alt = std::to_string(s.q.rows) + " queries and " + std::to_string(s.k.rows) +
                    " keys as arrows from the origin";
  if (s.picked) alt += "; query " + number(row) + " scores highest with key " + number(choice);
  if (!all) alt += ", by the first two of " + std::to_string(s.q.cols) + " entries";
  report
      .figure("plane",
              all ? "Queries and keys"
                  : "Queries and keys, first two of " + std::to_string(s.q.cols) + " entries",
              alt + ".", std::move(plane))
      .tab = "weights";
}

void draw_weights(const Study& s, lab::Report& report) {
  const int row = s.picked->row, choice = s.choice(row);
  lab::Bars bars;
  bars.x = {"key", 0, 0, false};
  bars.y = {"soft weight", 0, 1, false};
  bars.role = Role::activation;
  bars.lit = choice;
  for (int j = 0; j < s.k.rows; ++j) {
    bars.names.push_back("k" + number(j));
    bars.heights.push_back(static_cast<float>(s.weighing->weights.at(row, j)));
  }
  const std::string alt = "At temperature " + brief(s.params.temperature) + ", query " +
                          number(row) + " gives key " + number(choice) + " the weight " +
                          brief(s.weighing->weights.at(row, choice)) + ".";
  report.figure("weights", "Soft weights of query " + number(row), alt, std::move(bars)).tab =
      "weights";
}

double largest_entry(const num::Matrix& m) {
  double top = 0;
  for (const double x : m.values) top = std::max(top, std::fabs(x));
  return top;
}

void draw_gradients(const Study& s, lab::Report& report) {
  if (s.picked->jumps) return;
  const num::Gradients& g = s.picked->gradients;
  const std::string alt =
      s.is_hard()
          ? "No gradient reaches Q and K through the arg max; V gets 1 at the chosen cell."
          : "The largest slope with respect to Q is " + brief(largest_entry(g.q)) + ", to K " +
                brief(largest_entry(g.k)) + " and to V " + brief(largest_entry(g.v)) + " in size.";
  report
      .figure("gradients", "Gradient of output cell " + place(s.picked->row, s.picked->col), alt,
              gradients(s))
      .tab = "gradients";
}

void draw_estimate(const Study& s, lab::Report& report) {
  constexpr std::size_t most_points = 400;
  const PickedCell& cell = *s.picked;
  const std::size_t stride = (cell.course.size() + most_points - 1) / most_points;
  lab::Curve mean{"estimate", Role::gradient, {}, {}, {}, {}, false};
  for (std::size_t i = stride - 1; i < cell.course.size(); i += stride) {
    const auto n = static_cast<double>(i + 1);
    const double reach = 1.959963984540054 * std::sqrt(cell.variance[cell.followed] / n);
    mean.x.push_back(static_cast<float>(n));
    mean.y.push_back(static_cast<float>(cell.course[i]));
    mean.low.push_back(static_cast<float>(cell.mean[cell.followed] - reach));
    mean.high.push_back(static_cast<float>(cell.mean[cell.followed] + reach));
  }
  const double exact = cell.mean[cell.followed];
  lab::Lines lines;
  lines.x = {"keys drawn", 1, static_cast<double>(cell.course.size()), true};
  lines.y = {"slope", 0, 0, false};
  lines.curves.push_back(std::move(mean));
  lines.rules.push_back({"soft gradient " + brief(exact), exact, false, Role::target});
  const std::string entry = place(cell.row, static_cast<int>(cell.followed));
  const std::string alt = "After " + std::to_string(cell.course.size()) +
                          " draws the score-function estimate of the slope with respect to Q" +
                          entry + " is " + brief(cell.course.back()) + "; exact is " +
                          brief(exact) + ", and one draw has a standard deviation of " +
                          brief(std::sqrt(cell.variance[cell.followed])) + ".";
  report
      .figure("estimate", "Score-function estimate of the slope with respect to Q" + entry, alt,
              std::move(lines))
      .tab = "gradients";
}

}  // namespace

void draw(const Study& s, lab::Report& report) {
  draw_calculation(s, report);
  if (s.picked) draw_cell_arithmetic(s, report);
  if (s.q.cols >= 2 && s.k.cols >= 2) draw_plane(s, report);
  if (!s.picked) return;
  draw_weights(s, report);
  draw_gradients(s, report);
  draw_estimate(s, report);
}

}  // namespace laboratory::attention
