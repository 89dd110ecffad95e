// One prediction, one label, and what they cost.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lab/report.h"
#include "labs/cross_entropy/params.h"

namespace laboratory::cross_entropy {

struct Study {
  Params params;
  std::optional<lab::Problem> fault;   // a prediction without sense; then nothing holds
  std::optional<lab::Problem> remark;  // a label beyond the classes, for which the last one stands
  std::vector<double> p;               // sums to 1
  std::vector<double> z;               // logits, where the prediction comes from some
  int label = 0, top = 0;              // from 0; `top` is the first largest entry of p
  std::vector<int> tied;               // all classes whose entry is the largest, where several are
  // 1 - p_label, kept apart so that it does not drown beside 1, and log p_label - log p_j of the
  // strongest rival j: -inf where p_label is 0, +inf where all rivals are.
  double missing = 0, margin = 0;
  double loss = 0;   // -log p_label, in nats; +inf where p_label is 0
  double naive = 0;  // the same in float32, see below

  // Whether margins are given, by logits or by their number, even where a share has replaced them.
  bool of_margins = false;

  bool from_logits() const { return !z.empty(); }
  // S, the sum of exp(z_j - z_label) over the rivals j: the loss is log(1 + S). +inf where p_label
  // is 0.
  double rivals_sum() const;
};

Study study(const Params& p);

// log(1 + (classes - 1) exp(-margin)), in nats: positive for every margin down to the smallest
// doubles.
double margin_loss(int classes, double margin);
// The same where sum, exp and log are rounded to float32 one after another, as a program that
// computes softmax first and its logarithm second does: 0 once (classes - 1) exp(-margin) < 2^-24.
double naive_margin_loss(int classes, double margin);
// The margin from which on the float32 result is exactly 0: log(classes - 1) + 24 log 2.
double vanishing_margin(int classes);

// "clothing and electronics": the classes that share the largest entry; empty where none do.
std::string tied_names(const Study& s);

// "electronics": the paper's classes come first; "class 12" beyond the names that there are.
std::string class_name(int from_zero);

}  // namespace laboratory::cross_entropy
