#include "labs/rnn_remedies/matrix_figures.h"

#include <cmath>

#include "labs/curves.h"
#include "labs/phrases.h"
#include "labs/rnn_remedies/figures.h"
#include "labs/rnn_remedies/unit_rows.h"
#include "num/elementary.h"

namespace laboratory::rnn_remedies {
namespace {

using lab::Role;

constexpr int steps_back = 100;

// A logarithmic axis has no place for what a float cannot hold.
lab::Curve lengths(const char* name, Role role, const std::vector<double>& logs) {
  lab::Curve curve = blank_curve(name, role, false);
  for (std::size_t k = 0; k < logs.size(); ++k)
    if (std::fabs(logs[k]) < 37) add_point(curve, static_cast<double>(k), num::pow(10, logs[k]));
  return curve;
}

}  // namespace

void draw_matrix(const lab::Matrix& m, lab::Report& report) {
  const lab::Matrix unit = row_normalised(m);
  lab::Block own{"W", Role::weight, m, {}, "W", {}, {}, "→"};
  lab::Block normalised{"W with unit rows", Role::activation, unit, {}, {}, {}, {}, ""};
  report
      .figure("rows", "A matrix before and after its rows are brought to length 1",
              "The matrix W and the same with rows of length 1.",
              lab::Blocks{{std::move(own), std::move(normalised)}})
      .tab = tabs::matrix;
  if (m.rows != m.cols) return;
  const double before = abs_eigenvalues(m).front(), after = abs_eigenvalues(unit).front();
  lab::Lines lines;
  lines.x = {"steps back", 0, steps_back, false};
  lines.y = {"length of the gradient", 0, 0, true};
  const std::vector<double> own_logs = log_lengths(m, steps_back),
                            unit_logs = log_lengths(unit, steps_back);
  lines.curves = {lengths("W", Role::weight, own_logs),
                  lengths("unit rows", Role::activation, unit_logs)};
  const std::string came = by_decades(own_logs.back()) + " long after " + brief(steps_back) +
                           " steps, with unit rows " + by_decades(unit_logs.back());
  report
      .figure("lengths", "A gradient of ones, of length 1, going back through W: " + came,
              "The gradient is " + came + ". The largest eigenvalue of W has modulus " +
                  brief(before) + ", and with rows of length 1 " + brief(after) + ".",
              std::move(lines))
      .tab = tabs::matrix;
}

}  // namespace laboratory::rnn_remedies
