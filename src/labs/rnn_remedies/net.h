// One recurrent net in training.
#pragma once

#include <string>
#include <vector>

#include "labs/rnn_remedies/params.h"
#include "labs/rnn_remedies/sequences.h"
#include "labs/rnn_remedies/unrolled.h"
#include "nn/trainer.h"

namespace laboratory::rnn_remedies {

// Steps over which a loss is averaged: that of single batches jumps.
inline constexpr int window = 20;

class Net {
 public:
  // Nets of one seed train on the same sequences, and share the draws of the weights that they have
  // in common.
  Net(const Params& p, std::uint64_t seed);

  // One step on the next batch. After a number that is not finite the net stands still, and its
  // losses go on with NaN.
  void step();

  // Of each step's batch, before the step: on sequences that the net has not seen.
  const std::vector<float>& losses() const { return losses_; }
  double loss() const;  // mean over the last `window` of them; NaN before the first
  // The first step after which the mean over a whole window was below `solved_below`; 0 if none.
  int solved() const { return solved_; }
  const std::string& fault() const { return trainer_.fault(); }
  nn::Weights& weights() { return trainer_.weights(); }
  std::int64_t multiply_adds() { return trainer_.multiply_adds(); }

  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a(self.sequences_, self.trainer_, self.losses_, self.solved_);
  }

 private:
  void keep_rows();

  Params p_;
  Sequences sequences_;
  nn::Trainer trainer_;
  std::vector<float> losses_;
  int solved_ = 0;
};

}  // namespace laboratory::rnn_remedies
