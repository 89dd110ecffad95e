// How the rate of an optimiser follows the steps.
#pragma once

#include <algorithm>
#include <cstdint>

namespace nn {

// Up from 0 in a straight line over the first `warm_up` steps, then down in a straight line to
// `last` times `rate` at step `total`, where it stays. 0 <= warm_up < total.
struct Schedule {
  float rate = 1e-3f;  // the largest, at step `warm_up`
  int warm_up = 0, total = 1;
  float last = 0.1f;

  // The rate of step `step`, counted from 1: `feed` of a phase sets it.
  float at(std::int64_t step) const {
    if (step < warm_up) return rate * static_cast<float>(step) / static_cast<float>(warm_up);
    const auto gone = static_cast<float>(std::min<std::int64_t>(step, total) - warm_up);
    return rate * (1 - (1 - last) * gone / static_cast<float>(total - warm_up));
  }
};

}  // namespace nn
