// What heads cost, counted and timed.
#pragma once

#include <vector>

#include "lab/trial.h"
#include "labs/transformer_facts/params.h"
#include "num/attention_cost.h"

namespace laboratory::transformer_facts {

num::AttentionCost cost(const Params& p, int heads);

// Bytes of all heads' attention weights, which training keeps: 4 n m h.
double weight_bytes(const Params& p, int heads);

// Bytes of the four matrices that are learned, whatever the number of heads: 16 d^2.
double learned_bytes(const Params& p);

// The numbers of heads that are compared: powers of two that divide the width, up to 128.
std::vector<int> compared_heads(const Params& p);

// Whether a pass of the layer is short and small enough to be timed in passing.
bool timed_in_passing(const Params& p);

// A forward pass of the layer with each of them, in the product's own kernels; none where it is not
// timed. The keys are the numbers of heads.
std::vector<lab::Trial> head_trials(const Params& p);

}  // namespace laboratory::transformer_facts
