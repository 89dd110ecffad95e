// All that follows from Q, K and V, as far as their shapes allow.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lab/report.h"
#include "labs/attention/params.h"
#include "labs/attention/sampling.h"
#include "num/attention.h"
#include "num/hard_pieces.h"

namespace laboratory::attention {

lab::Matrix matrix_of(const num::Matrix& m);

// What one of h heads sees: as many neighbouring columns of Q and of K, and of V.
struct Head {
  int from;  // its first column of Q and K, from 0
  num::Matrix q, k;
  num::Attention weighing;
  num::Matrix v;  // without columns where V does not fit

  // The hard choice of a query, from 0.
  int choice(int row) const { return weighing.choice[static_cast<std::size_t>(row)]; }
};

// What is known of the output cell that was picked.
struct PickedCell {
  int row, col;  // from 0
  int head, head_col;
  double value;
  num::Gradients hard, soft;  // hard: those to Q and K hold nothing where `jumps`
  bool jumps;                 // a hard choice that is tied
  int entry;                  // of the query, from 0: the one that is moved and followed
  // How the head's choice goes as that entry moves; empty where it is no entry of the head.
  std::vector<num::HardPiece> pieces;
};

struct Study {
  Params params;
  num::Matrix q, k, v;
  std::vector<Head> heads;                // where Q and K have one width that the heads can share
  std::optional<num::Matrix> soft, hard;  // where, moreover, V has a row for each key and as many
                                          // columns for each head
  std::optional<PickedCell> picked;
  std::optional<Sampling> sampling;  // of the picked cell, where it was asked for

  bool causal() const { return params.mask == Mask::causal; }
  bool is_hard() const { return params.kind == Kind::hard; }
  bool several_heads() const { return params.heads > 1; }
  const num::Matrix& output() const { return is_hard() ? *hard : *soft; }
  // The head of the picked cell; the first where there is none. `heads` must not be empty.
  const Head& head() const { return heads[static_cast<std::size_t>(picked ? picked->head : 0)]; }
  // The gradients of the picked cell, of the kind of attention in force.
  const num::Gradients& gradients() const { return is_hard() ? picked->hard : picked->soft; }
  // Keys that a query may see.
  int visible_keys(int row) const { return causal() && row < k.rows ? row + 1 : k.rows; }
};

Study study(const Params& p);

// With keys drawn, which takes a hundred times as long.
Study study_with_samples(const Params& p);

// The soft output of the picked cell with x in place of the entry that moves.
double soft_cell_at(const Study& s, double x);

// Where the choice changes, as the entry that moves leaves its value, and by how much the hard
// output then jumps. The nearer one of two; nothing where no value of the entry changes the choice.
struct Jump {
  double at, by;  // by: after minus before, in the direction from the entry's value
  int from, to;   // keys, from 0
};
std::optional<Jump> nearest_jump(const Study& s);

}  // namespace laboratory::attention
