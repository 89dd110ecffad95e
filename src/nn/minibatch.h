// Batches of a data set as a graph's inputs.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "nn/data.h"
#include "nn/graph.h"

namespace nn {

// Keeps a reference to `data`; a batch is never larger than it.
class Minibatch {
 public:
  Minibatch(const Dataset& data, int most, std::uint64_t seed)
      : data_(data),
        size_(std::min(most, data.size())),
        batches_(data.size(), size_, seed),
        inputs_(static_cast<std::size_t>(data.shape.features()) * static_cast<std::size_t>(size_)),
        labels_(static_cast<std::size_t>(size_)) {}

  int size() const { return size_; }
  Shape shape() const {
    return {data_.shape.channels, data_.shape.height, data_.shape.width, size_};
  }
  std::span<float> inputs() { return inputs_; }  // of the last batch
  std::span<const float> labels() const { return labels_; }

  // Takes the next batch without showing it, so that it can be varied first.
  void next() { take(data_, batches_.next(), inputs_, labels_); }
  void set(Var inputs, Var labels) {
    inputs.graph->set(inputs, inputs_);
    labels.graph->set(labels, labels_);
  }
  void show(Var inputs, Var labels) {
    next();
    set(inputs, labels);
  }

  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a(self.batches_);
  }

 private:
  const Dataset& data_;
  int size_;
  Batches batches_;
  std::vector<float> inputs_, labels_;
};

}  // namespace nn
