// One network in training on a small set, with the measures against overfitting that are switched
// on for it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "labs/regularise/params.h"
#include "nn/data.h"
#include "nn/graph.h"
#include "nn/optimiser.h"

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
  Trainee(const Params& p, int seed);

  void epoch();
  const Examples& data() const { return data_; }
  int weight_count() const;
  // The first number that was not finite, in words; empty while all are. Training has stopped
  // there.
  const std::string& fault() const { return fault_; }

  Accuracy accuracy();
  // The largest-class probability field for a decision map: probability of the second class on a
  // grid of side x side cells over [-reach, reach]^2, row 0 at the top. For data in the plane.
  std::vector<float> field(int side, double reach);

 private:
  void step();
  void vary(std::span<float> inputs);
  double share_right(const nn::Dataset& data);
  nn::Var network(nn::Var x) const;

  Params p_;
  std::uint64_t seed_;
  Examples data_;
  nn::Weights weights_;
  nn::Graph training_, judging_;
  nn::Var inputs_, labels_, loss_;
  nn::Var seen_, logits_;
  std::unique_ptr<nn::Optimiser> optimiser_;
  nn::Batches batches_;
  std::vector<float> batch_inputs_, batch_labels_;
  std::uint64_t steps_ = 0;
  std::string fault_;
};

}  // namespace laboratory::regularise
