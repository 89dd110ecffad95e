// What heads cost, counted and timed.
#pragma once

#include <vector>

#include "lab/trial.h"
#include "labs/transformer_facts/params.h"
#include "num/attention_cost.h"

namespace laboratory::transformer_facts {

num::AttentionCost cost(const Params& p, int heads);

// Bytes of all heads' weights, which training keeps: 4 n m h.
double weight_bytes(const Params& p, int heads);

// The numbers of heads that are compared: powers of two that divide the width, up to 128.
std::vector<int> compared_heads(const Params& p);

// A forward pass of the layer with each of them, in the product's own kernels; none where a pass
// would be too long or large to be timed in passing. The keys are the numbers of heads.
std::vector<lab::Trial> head_trials(const Params& p);

}  // namespace laboratory::transformer_facts
