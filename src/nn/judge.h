// A net as it judges: running moments, no dropout, some examples at a time, any number in all.
#pragma once

#include <algorithm>
#include <functional>
#include <span>
#include <vector>

#include "nn/data.h"
#include "nn/graph.h"

namespace nn {

class Judge {
 public:
  // `build` makes the output from the examples. It names its layers as the training graph does, so
  // that both compute with the same weights.
  Judge(Weights& weights, const Shape& example, int at_once,
        const std::function<Var(Var examples)>& build);

  Graph& graph() { return graph_; }

  // Calls see(i, numbers of the output) for each example of `inputs`, in order.
  template <class See>
  void sweep(std::span<const float> inputs, See see) {
    const std::size_t features = static_cast<std::size_t>(graph_.shape(examples_).features());
    const int count = static_cast<int>(inputs.size() / features);
    const auto numbers = static_cast<std::size_t>(graph_.shape(output_).features());
    for (int from = 0; from < count; from += at_once_) {
      const int some = std::min(at_once_, count - from);
      show(inputs.subspan(features * static_cast<std::size_t>(from),
                          features * static_cast<std::size_t>(some)));
      const std::span<const float> out = graph_.value(output_);
      for (int i = 0; i < some; ++i)
        see(from + i, out.subspan(numbers * static_cast<std::size_t>(i), numbers));
    }
  }

  // Of an output of logits: the largest is the class, or of a single one the sign.
  int count_right(const Dataset& data);
  double share_right(const Dataset& data) {
    return static_cast<double>(count_right(data)) / data.size();
  }
  // Mean cross-entropy of the labels, in nats.
  double mean_loss(const Dataset& data);

  // The logit of the second of two classes less that of the first over side x side places of
  // [-reach, reach]^2, row 0 at the top: what is above 0 is taken for the second. For nets of two
  // inputs.
  std::vector<float> margins(int side, double reach);

 private:
  void show(
      std::span<const float> some);  // computes the output; the rest of the batch is as it was

  Graph graph_;
  int at_once_;
  Var examples_, output_;
  std::vector<float> batch_;
};

// 1 / (1 + e^-margin) of each: the probability of the second class.
std::vector<float> probabilities(std::vector<float> margins);

}  // namespace nn
