// The training steps that the engine is measured by, and whose weights show that every platform
// computes the same.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "nn/graph.h"
#include "nn/optimiser.h"

namespace nn {

// Sizes in brackets are those of the small version; where there are two, the second is the large
// one.
enum class Work {
  dense,        // 784-256-10 [20-16-5], ReLU, softmax, batch 64 [8], SGD
  deep,         // 2 inputs, 100 [10] hidden layers of 32 [8] tanh units, sigmoid, batch 64 [8], SGD
  deep_normed,  // the same with batch norm before each tanh
  conv,    // 24 x 24 [12 x 12]: 5 x 5 x 8, ReLU, pool 2, 5 x 5 x 16 [8], ReLU, pool 3, softmax 10,
           // batch 20 [4], adadelta
  points,  // 2-4-2-1 tanh, squared error, batch 10, one epoch of 250 [30] points, SGD
  autoencoder,  // variational, 784-256-(8, 8)-256-784 [20-16-(2, 2)-16-20], batch 64 [8], Adam
  recurrent,  // 32 [6] inputs, 64 [8] tanh units, 60 [6, 100] times, softmax at each, batch 32 [4],
              // SGD
  transformer,  // 2 blocks of 4 [2] heads, width 32 [8, 96], over 27 [6] characters, context 24
                // [5, 64], batch 32 [3, 16], AdamW
};
inline constexpr Work works[] = {Work::dense,     Work::deep,       Work::deep_normed,
                                 Work::conv,      Work::points,     Work::autoencoder,
                                 Work::recurrent, Work::transformer};
std::string_view name(Work work);  // "dense", "deep"...

enum class Size : std::uint8_t { small, usual, large };

class Workload {
 public:
  explicit Workload(Work work, Size size = Size::usual);

  void step();  // of `points`, an epoch of steps
  float loss() const { return graph_.scalar(loss_); }
  Graph& graph() { return graph_; }
  Weights& weights() { return weights_; }

 private:
  Var numbers(const Shape& shape, bool gaussian);  // an input with random numbers
  Var classes(const Shape& shape, int count);      // an input with random class indices
  void build(Work work, Size size);

  Weights weights_{7};
  Graph graph_{weights_, 7};
  num::Rng rng_{7, 1};
  Var loss_;
  std::unique_ptr<Optimiser> optimiser_;
  // Of `points`: what the inputs are bound to in turn.
  Var x_, y_;
  std::vector<float> points_, signs_;
};

}  // namespace nn
