// Every lab, one row each.
#pragma once

#include <span>

#include "lab/lab.h"

namespace labs {

extern const lab::LabRow initial_loss;  // initial_loss.cpp
extern const lab::LabRow attention;     // attention/
extern const lab::LabRow convolution;   // convolution/

std::span<const lab::LabRow* const> all();

}  // namespace labs
