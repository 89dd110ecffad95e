// A recurrent net unrolled in time, as a graph.
#pragma once

#include <span>
#include <vector>

#include "labs/rnn_remedies/params.h"
#include "nn/graph.h"

namespace laboratory::rnn_remedies {

struct Unrolled {
  nn::Var inputs, targets;  // as Sequences lays them out
  nn::Var loss;             // of the task, a mean over the sequences
  nn::Var last;             // what the last step alone adds to it: what gradient ratios speak of
  std::vector<nn::Var> states;  // h at each step, hidden x count
  // What of an LSTM's cell is carried to the next step, apart from what h shows of it. Its gradient
  // and that of h together are the gradient of the whole state.
  std::vector<nn::Var> carried;
};

// The net of the parameters for `count` sequences at once. With `truncate` k no gradient passes
// from one stretch of k steps, counted from the end, to the stretch before it.
Unrolled unroll(nn::Graph& graph, const Params& p, int count);

// The name of the matrix W_h of a plain cell among the weights: hidden x hidden.
inline constexpr const char* recurrent_matrix = "cell recurrent weight";

// Brings every row of the hidden x hidden matrix, column by column, to Euclidean length 1; a row of
// zeros stays as it is.
void keep_unit_rows(std::span<float> matrix, int hidden);

}  // namespace laboratory::rnn_remedies
