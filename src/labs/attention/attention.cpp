// Which values does attention pass on, and what can it learn from?
#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <numeric>
#include <string>
#include <vector>

#include "lab/digits.h"
#include "labs/all.h"
#include "labs/attention/figures.h"
#include "labs/attention/study.h"

namespace laboratory::attention {
namespace {

std::string plural(int n, const std::string& noun) {
  return std::to_string(n) + " " + noun + (n == 1 ? "" : "s");
}

bool heads_divide(const Study& s, int columns) { return columns % s.params.heads == 0; }

// Why a readout that needs scores has no value, or nothing.
const char* why_unweighed(const Study& s) {
  if (s.q.cols != s.k.cols) return "Q and K differ in width";
  return s.heads.empty() ? "the heads cannot share the columns of Q and K evenly" : nullptr;
}

// Why a readout that needs the whole calculation has no value, or nothing.
const char* why_undefined(const Study& s) {
  if (const char* const why = why_unweighed(s)) return why;
  if (s.k.rows != s.v.rows) return "K and V differ in their number of rows";
  return s.soft ? nullptr : "the heads cannot share the columns of V evenly";
}

// "1, 2 or 4"
std::string common_divisors(int a, int b) {
  std::string list;
  const int most = std::gcd(a, b);
  for (int h = 1; h <= most; ++h)
    if (most % h == 0) list += (h == 1 ? "" : h == most ? " or " : ", ") + std::to_string(h);
  return list;
}

void blame_shapes(const Study& s, lab::Report& r) {
  if (s.q.cols != s.k.cols) {
    r.blame("K", "Q has " + plural(s.q.cols, "column") + " and K has " + std::to_string(s.k.cols) +
                     ": a query meets a key entry by entry. Give K " + plural(s.q.cols, "column") +
                     ".");
  } else if (!heads_divide(s, s.q.cols) || !heads_divide(s, s.v.cols)) {
    r.blame("heads", std::to_string(s.params.heads) + " heads cannot share the " +
                         plural(s.q.cols, "column") + " of Q and K and the " +
                         std::to_string(s.v.cols) + " of V evenly. Here heads can be " +
                         common_divisors(s.q.cols, s.v.cols) + ".");
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
    r.blame(key, "The output has " + plural(there, noun) + ": " + noun + " " +
                     std::to_string(there) + " is shown in place of " + noun + " " +
                     std::to_string(asked) + ". Pick a cell of the output.");
  };
  beyond("row", s.params.row, initial.row, s.q.rows, "row");
  beyond("col", s.params.col, initial.col, s.v.cols, "column");
  if (s.params.entry > s.q.cols)
    r.blame("entry", "A query has " + lab::counted(s.q.cols, "entry", "entries") + ": entry " +
                         std::to_string(s.q.cols) + " moves in place of entry " +
                         std::to_string(s.params.entry) + ".");
}

void blame_ties(const Study& s, lab::Report& r) {
  for (std::size_t h = 0; s.is_hard() && h < s.heads.size(); ++h) {
    for (int i = 0; i < s.q.rows; ++i) {
      if (!s.heads[h].weighing.tied(i)) continue;
      r.blame("Q",
              (s.several_heads() ? "In head " + std::to_string(h + 1) + ", query " : "Query ") +
                  std::to_string(i + 1) + " has its largest score with key " +
                  std::to_string(s.heads[h].choice(i) + 1) +
                  " and with a later one. The first is taken; change the query or a key to " +
                  "make the choice unique.");
    }
  }
}

void leave_out(lab::Report& r, std::initializer_list<std::array<const char*, 2>> keys_and_labels,
               const char* why) {
  for (const auto& [key, label] : keys_and_labels) r.undefined(key, label, why);
}

// A matrix of each head, beside one another.
template <class Of>
lab::Matrix of_heads(const Study& s, Of of) {
  num::Matrix all;
  for (const Head& head : s.heads) all = num::beside(all, of(head));
  return matrix_of(all);
}

void report_weighing(const Study& s, lab::Report& r) {
  const bool several = s.several_heads();
  const char* const labels[] = {
      several ? "scores Q Kᵀ of each head, side by side" : "scores Q Kᵀ",
      several ? "scores divided by √(d/h), side by side" : "scores divided by √d",
      several ? "key with the largest score of each query, counted from 1, head by head"
              : "key with the largest score of each query, counted from 1",
      "queries whose largest score is tied",
      several ? "soft weights of each head, side by side" : "soft weights"};
  if (const char* const why = why_unweighed(s)) {
    leave_out(r,
              {{"scores", labels[0]},
               {"scaled", labels[1]},
               {"argmax", labels[2]},
               {"argmax.tied", labels[3]},
               {"weights", labels[4]}},
              why);
    return;
  }
  std::vector<double> choice, tied;
  for (const Head& head : s.heads)
    for (int i = 0; i < s.q.rows; ++i) choice.push_back(head.choice(i) + 1);
  for (int i = 0; i < s.q.rows; ++i)
    if (std::any_of(s.heads.begin(), s.heads.end(),
                    [i](const Head& head) { return head.weighing.tied(i); }))
      tied.push_back(i + 1);
  r.matrix("scores", labels[0], of_heads(s, [](const Head& h) { return h.weighing.scores; }));
  r.matrix("scaled", labels[1], of_heads(s, [](const Head& h) { return h.weighing.scaled; }));
  r.list("argmax", labels[2], choice);
  r.list("argmax.tied", labels[3], tied);
  r.matrix("weights", labels[4], of_heads(s, [](const Head& h) { return h.weighing.weights; }));
}

void report_output(const Study& s, lab::Report& r) {
  const char* const labels[] = {"hard output", "soft output", "output", "picked cell"};
  if (const char* const why = why_undefined(s)) {
    leave_out(r,
              {{"output.hard", labels[0]},
               {"output.soft", labels[1]},
               {"output", labels[2]},
               {"cell.value", labels[3]}},
              why);
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
                                "gradient of the cell with respect to V",
                                "gradient of the soft cell, with respect to Q",
                                "gradient of the soft cell, with respect to K",
                                "gradient of the soft cell, with respect to V"};
  if (const char* const why = why_undefined(s)) {
    leave_out(r,
              {{"grad.Q", labels[0]},
               {"grad.K", labels[1]},
               {"grad.V", labels[2]},
               {"grad.soft.Q", labels[3]},
               {"grad.soft.K", labels[4]},
               {"grad.soft.V", labels[5]}},
              why);
    return;
  }
  const num::Gradients &own = s.gradients(), &soft = s.picked->soft;
  if (s.picked->jumps) {
    leave_out(r, {{"grad.Q", labels[0]}, {"grad.K", labels[1]}},
              "the choice is tied, so that the output jumps here");
  } else {
    r.matrix("grad.Q", labels[0], matrix_of(own.q));
    r.matrix("grad.K", labels[1], matrix_of(own.k));
  }
  r.matrix("grad.V", labels[2], matrix_of(own.v));
  r.matrix("grad.soft.Q", labels[3], matrix_of(soft.q));
  r.matrix("grad.soft.K", labels[4], matrix_of(soft.k));
  r.matrix("grad.soft.V", labels[5], matrix_of(soft.v));
}

void report_jump(const Study& s, lab::Report& r) {
  const char* const labels[] = {"entry of the query that moves, counted from 1",
                                "its value at which the hard choice changes",
                                "what the hard cell then gains"};
  if (const char* const why = why_undefined(s)) {
    leave_out(r, {{"entry.moved", labels[0]}, {"jump.at", labels[1]}, {"jump.by", labels[2]}}, why);
    return;
  }
  r.count("entry.moved", labels[0], s.picked->entry + 1);
  const std::optional<Jump> jump = nearest_jump(s);
  if (!jump) {
    leave_out(r, {{"jump.at", labels[1]}, {"jump.by", labels[2]}},
              "no value of this entry changes the choice");
    return;
  }
  r.real("jump.at", labels[1], jump->at);
  r.real("jump.by", labels[2], jump->by);
}

void report_estimate(const Study& s, lab::Report& r) {
  const char* const labels[] = {
      "score-function estimate of the gradient with respect to the query, mean",
      "its standard error, from the exact variance",
      "what it estimates: the soft gradient",
      "variance of one draw",
      "variance of the draws",
      "root mean square error of repeats, for the entry that moves",
      "draws for an error of a tenth of that slope"};
  if (const char* const why = why_undefined(s)) {
    leave_out(r,
              {{"estimate", labels[0]},
               {"estimate.stderr", labels[1]},
               {"estimate.exact", labels[2]},
               {"estimate.variance", labels[3]},
               {"estimate.variance.drawn", labels[4]},
               {"estimate.error", labels[5]},
               {"estimate.needed", labels[6]}},
              why);
    return;
  }
  const Sampling& sampling = *s.sampling;
  std::vector<double> mean, error, drawn;
  for (std::size_t c = 0; c < sampling.mean.size(); ++c) {
    mean.push_back(sampling.drawn[c].mean());
    error.push_back(std::sqrt(sampling.variance[c] / s.params.draws));
    drawn.push_back(sampling.drawn[c].variance());
  }
  r.list("estimate", labels[0], mean);
  r.list("estimate.stderr", labels[1], error);
  r.list("estimate.exact", labels[2], sampling.mean);
  r.list("estimate.variance", labels[3], sampling.variance);
  r.list("estimate.variance.drawn", labels[4], drawn);
  r.real("estimate.error", labels[5], sampling.misses.back().size);
  const double needed = sampling.needed(s.picked->entry);
  if (std::isnan(needed))
    r.undefined("estimate.needed", labels[6], "the slope is 0, and no error is a tenth of it");
  else if (std::isinf(needed))
    r.undefined("estimate.needed", labels[6], "more draws than can be counted");
  else
    r.real("estimate.needed", labels[6], needed);
}

lab::Report solve(const Params& p) {
  const Study s = study_with_samples(p);
  lab::Report r;
  blame_shapes(s, r);
  blame_ties(s, r);
  if (s.picked) blame_pick(s, r);
  report_weighing(s, r);
  report_output(s, r);
  report_gradients(s, r);
  report_jump(s, r);
  report_estimate(s, r);
  draw(s, r);
  return r;
}

}  // namespace

const lab::LabRow lab_row = lab::formula<Params, solve>("attention", "Attention, soft and hard");

}  // namespace laboratory::attention
