// How much of a gradient reaches the steps of the past, measured on weights that stay as they are.
#pragma once

#include <vector>

#include "labs/rnn_remedies/params.h"
#include "labs/rnn_remedies/sequences.h"
#include "labs/rnn_remedies/unrolled.h"
#include "nn/graph.h"

namespace laboratory::rnn_remedies {

// ||dL/ds_(L - k)|| / ||dL/ds_L|| for k = 0 .. length - 1 steps back, where s is all that a net
// carries from a step to the next (h, and the cell of an LSTM), L the loss of the last step, and
// the norms run over all sequences of a batch. 0 where the gradient was cut or is too small for a
// float32; NaN or infinite where it is too large for one.
using Flow = std::vector<double>;

class Probe {
 public:
  // A net of its own, with the first weights of the parameters' seed, and a batch that stays.
  explicit Probe(const Params& p);

  // With the first weights of a seed, W_h times `factor`.
  Flow at_start(std::uint64_t seed, double factor = 1);
  // With those of a net of the same parameters, which are copied.
  Flow at(nn::Weights& weights);

  // Mean loss of the task over fresh sequences, with the running moments of batch norm.
  double held_out(nn::Weights& weights);

 private:
  Flow flow();
  void copy(nn::Weights& weights);

  Params p_;
  nn::Weights weights_;
  nn::Graph graph_;
  Unrolled net_;
  Sequences batch_;
};

}  // namespace laboratory::rnn_remedies
