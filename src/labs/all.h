// Every lab, one row each. The namespace is not called labs: that is a function of the C library.
#pragma once

#include <span>

#include "lab/lab.h"

namespace laboratory {

extern const lab::LabRow initial_loss;  // initial_loss.cpp
extern const lab::LabRow attention;     // attention/
extern const lab::LabRow convolution;   // convolution/
extern const lab::LabRow metrics;       // metrics/
extern const lab::LabRow layer_cost;    // layer_cost/
extern const lab::LabRow siamese;       // siamese/

std::span<const lab::LabRow* const> all();

}  // namespace laboratory
