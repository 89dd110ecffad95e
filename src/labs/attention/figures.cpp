#include "labs/attention/figures.h"

#include "lab/digits.h"
#include "labs/attention/arithmetic.h"
#include "labs/attention/blocks.h"
#include "labs/attention/gradient_figures.h"
#include "labs/attention/hardening.h"
#include "labs/attention/sampling_figures.h"
#include "labs/attention/tabs.h"
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
    list += (i == 0 ? "" : i + 1 < s.q.rows ? ", " : " and ") + number(s.head().choice(i));
  const std::string where =
      s.several_heads() ? "In head " + number(s.picked->head) + " the" : std::string("The");
  return where + (s.q.rows == 1 ? " best key is " + list + ". "
                                : " best keys are " + list + ", query by query. ");
}

// "row 2 of the output", or the picked head's part of it.
std::string row_of_output(const Study& s) {
  const std::string row = "row " + number(s.picked->row) + " of the output";
  return s.several_heads() ? "the part of head " + number(s.picked->head) + " in " + row : row;
}

// The numbers in it.
std::string row_of_output_words(const Study& s) {
  const int width = s.head().v.cols;
  return row_words(num::columns(s.output(), s.picked->head * width, width), s.picked->row);
}

void draw_calculation(const Study& s, lab::Report& report) {
  std::string alt = "The shapes do not fit: Q is " + sides(s.q.rows, s.q.cols) + ", K is " +
                    sides(s.k.rows, s.k.cols) + " and V is " + sides(s.v.rows, s.v.cols) + ".";
  if (s.picked) {
    const int row = s.picked->row, choice = s.head().choice(row);
    // About as long for either kind, so that nothing moves from one to the other.
    alt = best_keys(s) + "Query " + number(row) + " scores key " + number(choice) + " highest, " +
          brief(s.head().weighing.scores.at(row, choice)) + ", " +
          (s.is_hard() ? "so that " + row_of_output(s) + " is value " + number(choice) + ": "
                       : "weight " + brief(s.head().weighing.weights.at(row, choice)) + ": " +
                             row_of_output(s) + " is ") +
          row_of_output_words(s) + ".";
  }
  report
      .figure("calculation",
              std::string(s.is_hard() ? "Hard attention" : "Soft attention") +
                  (s.several_heads() ? " of " + number(s.params.heads - 1) + " heads" : "") +
                  ", step by step",
              alt, calculation(s))
      .room = lab::Room::story;
}

void draw_cell_arithmetic(const Study& s, lab::Report& report) {
  lab::Working working = arithmetic(s);
  const std::string alt = working.lines.back() + ".";
  report
      .figure("arithmetic",
              "How output cell " + place(s.picked->row, s.picked->col) + " comes about", alt,
              std::move(working))
      .tab = tabs::arithmetic;
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
  const num::Matrix &q = s.heads.empty() ? s.q : s.head().q,
                    &k = s.heads.empty() ? s.k : s.head().k;
  if (q.cols < 2 || k.cols < 2) return;
  const int row = s.picked ? s.picked->row : -1;
  const int choice = s.picked ? s.head().choice(row) : -1;
  const bool all = q.cols == 2;
  lab::Scatter plane;
  plane.equal = true;
  plane.x = {"first entry", 0, 0, false};
  plane.y = {"second entry", 0, 0, false};
  plane.clouds = {arrows("Q", "q", Role::input, q, row), arrows("K", "k", Role::weight, k, choice)};
  std::string alt = lab::counted(s.q.rows, "query", "queries") + " and " +
                    lab::counted(s.k.rows, "key", "keys") + " as arrows from the origin";
  if (s.picked) alt += "; query " + number(row) + " scores highest with key " + number(choice);
  if (!all) alt += ", by the first two of " + std::to_string(q.cols) + " entries";
  const std::string whose =
      std::string("Queries and keys") +
      (s.several_heads() && s.picked ? " of head " + number(s.picked->head) : "");
  report
      .figure("plane",
              all ? whose : whose + ", first two of " + std::to_string(q.cols) + " entries",
              alt + ".", std::move(plane))
      .tab = tabs::weights;
}

void draw_weights(const Study& s, lab::Report& report) {
  const int row = s.picked->row, choice = s.head().choice(row);
  const num::Matrix& weights = s.head().weighing.weights;
  lab::Bars bars;
  bars.x = {"key", 0, 0, false};
  bars.y = {"soft weight", 0, 1, false};
  bars.role = Role::activation;
  bars.lit = choice;
  for (int j = 0; j < s.k.rows; ++j) {
    bars.names.push_back("k" + number(j));
    bars.heights.push_back(static_cast<float>(weights.at(row, j)));
  }
  const std::string alt = "At temperature " + brief(s.params.temperature) + ", query " +
                          number(row) + " gives key " + number(choice) + " the weight " +
                          brief(weights.at(row, choice)) + ".";
  report
      .figure("weights",
              "Soft weights of query " + number(row) +
                  (s.several_heads() ? " in head " + number(s.picked->head) : ""),
              alt, std::move(bars))
      .tab = tabs::weights;
}

}  // namespace

void draw(const Study& s, lab::Report& report) {
  draw_calculation(s, report);
  if (s.picked) draw_cell_arithmetic(s, report);
  draw_plane(s, report);
  if (!s.picked) return;
  draw_weights(s, report);
  draw_gradients(s, report);
  draw_sampling(s, report);
  draw_hardening(s, report);
}

}  // namespace laboratory::attention
