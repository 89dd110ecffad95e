// One network in training on a small set, with the measures against overfitting that are switched
// on for it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "labs/regularise/params.h"
#include "nn/judge.h"
#include "nn/minibatch.h"
#include "nn/trainer.h"

namespace laboratory::regularise {

// Training and validation examples. Labels are flipped in the training set alone: what counts on
// new examples is the truth.
struct Examples {
  nn::Dataset train, validation;
  int flipped = 0;
};
Examples examples(const Params& p, int seed);

// Shares of examples whose most probable class is the label.
struct Accuracy {
  double train = 0, validation = 0;
  double gap() const { return train - validation; }
};

// Everything random in a network follows from its seed and what it is for: the same seed has the
// same first weights, order of examples and noise, whichever measures are on.
class Trainee {
 public:
  // Reads `data`, which are those of the seed and live longer.
  Trainee(const Params& p, int seed, const Examples& data);

  void epoch();
  const Examples& data() const { return data_; }
  std::int64_t weight_count() const { return trainer_.weights().count(); }
  // The first number that was not finite, in words; empty while all are. Training has stopped
  // there.
  const std::string& fault() const { return trainer_.fault(); }

  Accuracy accuracy();
  // Probability of the second class over side x side places of [-reach, reach]^2, row 0 at the top.
  // For data in the plane.
  std::vector<float> field(int side, double reach);

  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a(self.trainer_, self.batch_);
  }

 private:
  void vary(std::span<float> inputs);
  nn::Var network(nn::Var x) const;

  Params p_;
  std::uint64_t seed_;
  const Examples& data_;
  nn::Minibatch batch_;
  nn::Trainer trainer_;
  nn::Var inputs_, labels_;
  std::optional<nn::Judge> judge_;  // made after the weights
};

}  // namespace laboratory::regularise
