// One deep classifier in training, and what its layers did in the last step.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "labs/depth/params.h"
#include "nn/judge.h"
#include "nn/minibatch.h"
#include "nn/trainer.h"

namespace laboratory::depth {

// Stands in curves and maps where nothing is known.
inline constexpr float nothing = std::numeric_limits<float>::quiet_NaN();

// What one step showed of every hidden layer, from the first. Taken before the step's update, but
// for `update`.
struct LayerState {
  std::vector<float> spread;     // standard deviation of the layer's output over units and examples
  std::vector<float> dead;       // share of units with slope exactly 0 for every example
  std::vector<float> saturated;  // share of slopes below a twentieth of the steepest; 0 for ReLUs
  std::vector<float> update;     // |change of the weights| / |weights|, Frobenius norms
  double dead_share = 0, saturated_share = 0;  // means over the layers; saturation over tanh and
                                               // sigmoid layers only

  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a(self.spread, self.dead, self.saturated, self.update, self.dead_share, self.saturated_share);
  }
};

// The past of a training run, one entry for each step taken.
struct TrainingLog {
  std::vector<float> loss;      // of the step's batch, in nats
  std::vector<float> accuracy;  // of the step's batch
  std::vector<float> gradient;  // steps x depth: |dJ/dW| of each hidden layer, Frobenius norm

  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a(self.loss, self.accuracy, self.gradient);
  }
};

class Net {
 public:
  // Trains on the first `points` examples that the seed draws. Nets of one seed share the draws of
  // their data and of the weights that they have in common.
  explicit Net(const Params& p);

  // One step on the next batch. After a number that is not finite the net stands still, and the log
  // goes on with NaN.
  void step();

  const Params& params() const { return params_; }
  const TrainingLog& log() const { return log_; }
  const nn::Dataset& data() const { return data_; }
  int steps() const { return static_cast<int>(log_.loss.size()); }
  // Why the net stands still, as a sentence; empty while it learns.
  std::string fault() const;
  const LayerState& layers();  // of the last step; there must have been one

  // Probability of the second class over side x side places of [-reach, reach]^2, row 0 at the top,
  // with the running moments in batch norm.
  std::vector<float> field(int side, double reach);

  // Norm of the weight gradient of hidden layer `layer` (from 0) in the last step.
  double gradient(int layer) const;
  // Loss and accuracy, means over the last `window` steps or all of them.
  double loss(int window) const;
  double accuracy(int window) const;

  // layers() has been asked for since the last step: what it reads goes with the next one.
  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a(self.trainer_, self.batch_, self.log_, self.layers_);
    if constexpr (Archive::reads) self.looked_ = true;
  }

 private:
  // The logits; the outputs of the hidden layers, before and after their skips, where asked for.
  nn::Var network(nn::Var h, std::vector<nn::Var>* activations,
                  std::vector<nn::Var>* outputs) const;
  // Take down what the step's pass has shown; false where a gradient is not finite.
  bool note();
  bool note_gradients();
  void look();

  Params params_;
  nn::Dataset data_;
  nn::Minibatch batch_;
  nn::Trainer trainer_;
  nn::Var inputs_, labels_, logits_;
  std::vector<nn::Var> activations_, outputs_;
  std::vector<int> weight_of_;  // each hidden layer's weights, as an index into the parameters
  std::vector<float> before_;   // all weights before the last update
  TrainingLog log_;
  LayerState layers_;
  bool looked_ = true;
  std::optional<nn::Judge> judge_;  // made for the first field
};

}  // namespace laboratory::depth
