// One deep classifier in training, and what its layers did in the last step.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "labs/depth/params.h"
#include "nn/data.h"
#include "nn/graph.h"
#include "nn/optimiser.h"

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
};

// The past of a training run, one entry for each step taken.
struct TrainingLog {
  std::vector<float> loss;      // of the step's batch, in nats
  std::vector<float> accuracy;  // of the step's batch
  std::vector<float> gradient;  // steps x depth: |dJ/dW| of each hidden layer, Frobenius norm
};

class Net {
 public:
  // Trains on the first `points` examples that the seed draws. Nets of one seed share the draws of
  // their data and of the weights that they have in common.
  explicit Net(const Params& p);
  Net(const Net&) = delete;
  Net& operator=(const Net&) = delete;

  // One step on the next batch. After a number that is not finite the net stands still, and the log
  // goes on with NaN.
  void step();

  const Params& params() const { return params_; }
  const TrainingLog& log() const { return log_; }
  const nn::Dataset& data() const { return data_; }
  int steps() const { return static_cast<int>(log_.loss.size()); }
  // Why the net stands still, as a sentence; empty while it learns.
  const std::string& fault() const { return fault_; }
  const LayerState& layers() const;  // of the last step; there must have been one

  // Probability of the second class over side x side places of [-reach, reach]^2, row 0 at the top,
  // with the running moments in batch norm.
  std::vector<float> field(int side, double reach) const;

  // Norm of the weight gradient of hidden layer `layer` (from 0) in the last step.
  double gradient(int layer) const;
  // Loss and accuracy, means over the last `window` steps or all of them.
  double loss(int window) const;
  double accuracy(int window) const;

  void save(nn::Snapshot& to) const;
  void restore(nn::SnapshotReader& from);

 private:
  // A graph of the net for batches of one size; all share the weights.
  struct Copy {
    Copy(nn::Weights& weights, const Params& p, int batch);
    nn::Graph graph;
    nn::Var inputs, labels, logits, loss;
    std::vector<nn::Var> activations, outputs;  // of each hidden layer, before and after its skip
  };
  void look() const;
  void note_gradients();
  void stop(std::string why);

  Params params_;
  nn::Dataset data_;
  nn::Batches batches_;
  mutable nn::Weights weights_;  // evaluation reads them through a graph, which may write
  Copy training_;
  nn::Optimiser optimiser_;
  std::vector<int> weight_of_;  // each hidden layer's weights, as an index into the parameters
  std::vector<float> inputs_, labels_, before_;
  TrainingLog log_;
  std::string fault_;
  mutable LayerState layers_;
  mutable bool looked_ = true;
  mutable std::unique_ptr<Copy> viewing_;
};

}  // namespace laboratory::depth
