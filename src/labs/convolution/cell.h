// The picked cell explained: what it reads, how it is computed, who depends on whom.
#pragma once

#include <vector>

#include "labs/convolution/study.h"

namespace laboratory::convolution {

// The parts of add_figures that explain the picked cell: its arithmetic and who depends on whom.
void add_working(lab::Report& report, const Study& study);
void add_products(lab::Report& report, const Study& study);
void add_gradient(lab::Report& report, const Study& study);

// The value of the picked cell, in double.
double cell_value(const Study& study, const std::vector<num::Tap>& taps);

}  // namespace laboratory::convolution
