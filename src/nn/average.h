// An average of weights over the steps of training, which wavers less than the weights themselves.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "nn/weights.h"

namespace nn {

// Of the parameters whose names begin with `prefix`, the average
//   a = q a + (1 - q) w, q = min(decay, (1 + t) / (10 + t)) at step t = 1, 2, ...,
// which forgets the draw at the start sooner than `decay` alone would. Polyak & Juditsky (1992);
// the ramp is that of TensorFlow's ExponentialMovingAverage. All others are as in `of`. Graphs over
// `weights()` compute with the average. 0 <= decay < 1.
class WeightAverage {
 public:
  // All weights of `of` have been made.
  WeightAverage(Weights& of, float decay, std::string_view prefix = {});

  void step();  // after each step of training
  Weights& weights() { return average_; }

  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a(self.average_, self.steps_);
  }

 private:
  Weights& of_;
  Weights average_;
  float decay_;
  std::vector<bool> averaged_;  // of each parameter
  std::int64_t steps_ = 0;
};

}  // namespace nn
