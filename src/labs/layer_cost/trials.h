// The work that is timed: the engine's own kernels on one map.
#pragma once

#include <cstdint>
#include <vector>

#include "labs/layer_cost/study.h"

namespace laboratory::layer_cost {

// The layers by the engine's own kernels, except those that are too large to be timed in passing,
// and two trials that give the roofline: "peak", multiplications and additions in registers, and
// "stream", which reads one array and writes another, each of the map's size, so that the caches
// help it as much as they help the layers.
std::vector<lab::Trial> cost_trials(const Params& p);
double peak_operations();                       // of one run of "peak"
std::int64_t streamed_floats(const Params& p);  // read, and as many written, by "stream"

}  // namespace laboratory::layer_cost
