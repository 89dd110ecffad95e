#include "nn/average.h"

#include <algorithm>
#include <cassert>

namespace nn {

WeightAverage::WeightAverage(Weights& of, float decay, std::string_view prefix)
    : of_(of), decay_(decay) {
  assert(decay >= 0 && decay < 1);
  for (const Weights::Entry& e : of.parameters()) {
    average_.parameter(e.name, e.shape, constant(0), 1, 1, e.decays);
    averaged_.push_back(e.name.compare(0, prefix.size(), prefix) == 0);
  }
  std::copy(of.values().begin(), of.values().end(), average_.values().begin());
}

void WeightAverage::step() {
  const auto t = static_cast<float>(++steps_);
  const float q = std::min(decay_, (1 + t) / (10 + t));
  for (std::size_t i = 0; i < averaged_.size(); ++i) {
    const std::span<const float> w = of_.value(static_cast<int>(i));
    const std::span<float> a = average_.value(static_cast<int>(i));
    for (std::size_t k = 0; k < w.size(); ++k)
      a[k] = averaged_[i] ? a[k] + (1 - q) * (w[k] - a[k]) : w[k];
  }
}

}  // namespace nn
