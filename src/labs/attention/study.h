// All that follows from Q, K and V, as far as their shapes allow.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lab/report.h"
#include "labs/attention/params.h"
#include "num/attention.h"
#include "num/statistics.h"

namespace laboratory::attention {

lab::Matrix matrix_of(const num::Matrix& m);

// What is known of the output cell that was picked.
struct PickedCell {
  int row, col;  // from 0
  double value;
  num::Gradients gradients;  // those to Q and K hold nothing where `jumps`
  bool jumps;                // a hard choice that is tied
  // The score-function estimate of the soft output's gradient to the cell's query: exact mean and
  // variance of one draw, and what `draws` of them gave, entry by entry.
  std::vector<double> mean, variance;
  std::vector<num::Running> drawn;
  // The course of the estimate of entry `followed`, the one with the largest exact gradient.
  std::size_t followed;
  std::vector<double> course;
};

struct Study {
  Params params;
  num::Matrix q, k, v;
  std::optional<num::Attention> weighing;  // where Q and K have one width
  std::optional<num::Matrix> soft, hard;   // where, moreover, K and V have as many rows
  std::optional<PickedCell> picked;

  bool causal() const { return params.mask == Mask::causal; }
  bool is_hard() const { return params.kind == Kind::hard; }
  const num::Matrix& output() const { return is_hard() ? *hard : *soft; }
  // The hard choice of a query, from 0.
  int choice(int row) const { return weighing->choice[static_cast<std::size_t>(row)]; }
  // Keys that a query may see.
  int visible_keys(int row) const { return causal() && row < k.rows ? row + 1 : k.rows; }
};

Study study(const Params& p);

}  // namespace laboratory::attention
