// The witnesses beside backpropagation: forward accumulation and central differences, with what
// each of the three costs.
#pragma once

#include <cstdint>

#include "labs/bptt/net.h"

namespace laboratory::bptt {

// Real-time recurrent learning: carries dh_t/dw for every weight w forwards in time,
//   dh_t/dw = g'(a_t) . (Wh dh_{t-1}/dw + what w adds to a_t itself),
// and adds up c . dh_t/dw at the losses. Each loss is followed back through `keep` steps.
// Williams & Zipser, "A learning algorithm for continually running fully recurrent neural
// networks" (1989).
Weights by_accumulation(const Net& net, const Forward& f, int keep);

// By central differences over every `stride`-th entry of all weights; the others are not numbers.
// The states before the kept steps stand still.
Weights by_differences(const Net& net, const Forward& f, int keep, int stride);

// The largest gap (labs/differences.h) of the three gradients.
double largest_gap(const Weights& exact, const Weights& other);

// Multiplications for the gradients of Wx, Wh and bh together, with all T terms.
std::int64_t backward_cost(const Net& net);
std::int64_t accumulation_cost(const Net& net);
std::int64_t differences_cost(const Net& net);
// Entries of Wx, Wh and bh in all.
int weights(const Net& net);

}  // namespace laboratory::bptt
