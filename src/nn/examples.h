// Labelled examples, and the order in which training sees them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "nn/shape.h"
#include "nn/snapshot.h"

namespace nn {

// n examples: `inputs` column-major features x n, `labels` class indices 0 .. classes - 1.
struct Dataset {
  Shape shape;  // of all inputs; batch = n
  int classes = 0;
  std::vector<float> inputs, labels;
  int size() const { return shape.batch; }
};

// The files of LeCun, Cortes & Burges' digits: unsigned bytes, big-endian header. The bytes come
// from outside, so everything is checked. An empty result has its reason in `error`.
struct Idx {
  std::vector<int> sides;  // count first
  std::vector<std::uint8_t> bytes;
  std::string error;
};
Idx parse_idx(std::span<const std::uint8_t> file);
// Images and labels of as many examples, grey levels scaled to [0, 1].
Dataset dataset(const Idx& images, const Idx& labels, std::string& error);

// Batches in a fresh random order each epoch; the order depends on the seed and the epoch alone.
// The last batch of an epoch takes in the start of the next, so that every batch is full.
class Batches {
 public:
  Batches(int examples, int batch, std::uint64_t seed);
  std::span<const int> next();  // the examples of the next batch
  std::int64_t epoch() const { return epoch_; }

  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a(self.epoch_, self.at_);
    if constexpr (Archive::reads) self.shuffle();
  }

 private:
  void shuffle();
  std::uint64_t seed_;
  std::int64_t epoch_ = 0;
  int at_ = 0;
  std::vector<int> order_, batch_;
};

// Copies the chosen examples' inputs and labels side by side.
void take(const Dataset& data, std::span<const int> which, std::span<float> inputs,
          std::span<float> labels);

// Shifts each image by up to `shift` places, and mirrors it with probability 1/2 if `mirror`, with
// noise that depends on the seed and the number of the batch alone.
struct Augmentation {
  int shift = 0;
  bool mirror = false;
};
void augment(std::span<float> images, const Shape& shape, const Augmentation& how,
             std::uint64_t seed, std::uint64_t batch);

}  // namespace nn
