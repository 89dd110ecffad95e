// Every lab, one row each. The namespace is not called labs: that is a function of the C library.
#pragma once

#include <span>

#include "lab/lab.h"

namespace laboratory {

extern const lab::LabRow initial_loss;
extern const lab::LabRow attention;
extern const lab::LabRow convolution;
extern const lab::LabRow metrics;
extern const lab::LabRow layer_cost;
extern const lab::LabRow siamese;
extern const lab::LabRow cross_entropy;
extern const lab::LabRow depth;
extern const lab::LabRow weight_penalty;
extern const lab::LabRow regularise;
extern const lab::LabRow bias_variance;
extern const lab::LabRow human_level;

std::span<const lab::LabRow* const> all();

}  // namespace laboratory
