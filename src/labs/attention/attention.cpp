// Which values does attention pass on, and what can it learn from?
#include <cmath>

#include "labs/all.h"
#include "labs/attention/figures.h"
#include "labs/attention/study.h"

namespace laboratory::attention {
namespace {

std::string plural(int n, const char* noun) {
  return std::to_string(n) + " " + noun + (n == 1 ? "" : "s");
}

// Why a readout that needs the whole calculation has no value, or nothing.
const char* why_undefined(const Study& s) {
  if (!s.weighing) return "Q and K differ in width";
  return s.soft ? nullptr : "K and V differ in their number of rows";
}

void blame_shapes(const Study& s, lab::Report& r) {
  if (!s.weighing) {
    r.blame("K", "Q has " + plural(s.q.cols, "column") + " and K has " + std::to_string(s.k.cols) +
                     ": a query meets a key entry by entry. Give K " + plural(s.q.cols, "column") +
                     ".");
  }
  if (s.k.rows != s.v.rows) {
    r.blame("V", "K has " + plural(s.k.rows, "row") + " and V has " + std::to_string(s.v.rows) +
                     ": every key needs its value. Give V " + plural(s.k.rows, "row") + ".");
  }
}

// Of a pick that the lab opens with nobody has to hear.
void blame_pick(const Study& s, lab::Report& r) {
  const Params initial;
  const auto beyond = [&r](const char* key, int asked, int own, int there,
                           const std::string& noun) {
    if (asked <= there || asked == own) return;
    r.blame(key, "The output has " + plural(there, noun.c_str()) + ": " + noun + " " +
                     std::to_string(there) + " is shown in place of " + noun + " " +
                     std::to_string(asked) + ". Pick a cell of the output.");
  };
  beyond("row", s.params.row, initial.row, s.q.rows, "row");
  beyond("col", s.params.col, initial.col, s.v.cols, "column");
}

void blame_ties(const Study& s, lab::Report& r) {
  for (int i = 0; s.is_hard() && i < s.q.rows; ++i) {
    if (!s.weighing->tied(i)) continue;
    r.blame("Q", "Query " + std::to_string(i + 1) + " has its largest score with key " +
                     std::to_string(s.choice(i) + 1) +
                     " and with a later one. The first is taken; change the query or a key to " +
                     "make the choice unique.");
  }
}

void report_weighing(const Study& s, lab::Report& r) {
  const char* const labels[] = {"scores Q Kᵀ", "scores divided by √d",
                                "key with the largest score of each query, counted from 1",
                                "queries whose largest score is tied", "soft weights"};
  if (!s.weighing) {
    const char* const keys[] = {"scores", "scaled", "argmax", "argmax.tied", "weights"};
    for (std::size_t i = 0; i < std::size(keys); ++i)
      r.undefined(keys[i], labels[i], why_undefined(s));
    return;
  }
  std::vector<double> choice, tied;
  for (int i = 0; i < s.q.rows; ++i) {
    choice.push_back(s.choice(i) + 1);
    if (s.weighing->tied(i)) tied.push_back(i + 1);
  }
  r.matrix("scores", labels[0], matrix_of(s.weighing->scores));
  r.matrix("scaled", labels[1], matrix_of(s.weighing->scaled));
  r.list("argmax", labels[2], choice);
  r.list("argmax.tied", labels[3], tied);
  r.matrix("weights", labels[4], matrix_of(s.weighing->weights));
}

void report_output(const Study& s, lab::Report& r) {
  const char* const labels[] = {"hard output", "soft output", "output", "picked cell"};
  if (why_undefined(s)) {
    const char* const keys[] = {"output.hard", "output.soft", "output", "cell.value"};
    for (std::size_t i = 0; i < std::size(keys); ++i)
      r.undefined(keys[i], labels[i], why_undefined(s));
    return;
  }
  r.matrix("output.hard", labels[0], matrix_of(*s.hard));
  r.matrix("output.soft", labels[1], matrix_of(*s.soft));
  r.matrix("output", labels[2], matrix_of(s.output()));
  r.real("cell.value", labels[3], s.picked->value);
}

void report_gradients(const Study& s, lab::Report& r) {
  const char* const labels[] = {"gradient of the cell with respect to Q",
                                "gradient of the cell with respect to K",
                                "gradient of the cell with respect to V"};
  const char* const jump = "the choice is tied, so that the output jumps here";
  const bool none = why_undefined(s), jumps = !none && s.picked->jumps;
  if (none || jumps) {
    r.undefined("grad.Q", labels[0], none ? why_undefined(s) : jump);
    r.undefined("grad.K", labels[1], none ? why_undefined(s) : jump);
  } else {
    r.matrix("grad.Q", labels[0], matrix_of(s.picked->gradients.q));
    r.matrix("grad.K", labels[1], matrix_of(s.picked->gradients.k));
  }
  if (none)
    r.undefined("grad.V", labels[2], why_undefined(s));
  else
    r.matrix("grad.V", labels[2], matrix_of(s.picked->gradients.v));
}

void report_estimate(const Study& s, lab::Report& r) {
  const char* const labels[] = {
      "score-function estimate of the gradient with respect to the query, mean",
      "its standard error, from the exact variance", "what it estimates: the soft gradient",
      "variance of one draw"};
  if (why_undefined(s)) {
    const char* const keys[] = {"estimate", "estimate.stderr", "estimate.exact",
                                "estimate.variance"};
    for (std::size_t i = 0; i < std::size(keys); ++i)
      r.undefined(keys[i], labels[i], why_undefined(s));
    return;
  }
  std::vector<double> mean, error;
  for (std::size_t c = 0; c < s.picked->mean.size(); ++c) {
    mean.push_back(s.picked->drawn[c].mean());
    error.push_back(std::sqrt(s.picked->variance[c] / s.params.draws));
  }
  r.list("estimate", labels[0], mean);
  r.list("estimate.stderr", labels[1], error);
  r.list("estimate.exact", labels[2], s.picked->mean);
  r.list("estimate.variance", labels[3], s.picked->variance);
}

lab::Report solve(const Params& p) {
  const Study s = study(p);
  lab::Report r;
  blame_shapes(s, r);
  if (s.weighing) blame_ties(s, r);
  if (s.picked) blame_pick(s, r);
  report_weighing(s, r);
  report_output(s, r);
  report_gradients(s, r);
  report_estimate(s, r);
  draw(s, r);
  return r;
}

}  // namespace

const lab::LabRow lab_row = lab::formula<Params, solve>("attention", "Attention, soft and hard");

}  // namespace laboratory::attention
