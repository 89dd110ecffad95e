// The cell that is looked at: what it reads, what it comes to, and who depends on whom.
#pragma once

#include <string>
#include <vector>

#include "labs/convolution/study.h"

namespace laboratory::convolution {

// The part of add_figures that says who depends on whom.
void add_gradient(lab::Report& report, const Study& study);

// "rows 46 to 48 and columns 36 to 38": what of the input the cell reads.
std::string reading(const Study& study);

// "3 of the 9 products read the padding: zeros"; empty where none does.
std::string padding_note(const Study& study, const std::vector<num::Tap>& taps);

// The value of the cell, in double.
double cell_value(const Study& study, const std::vector<num::Tap>& taps);

}  // namespace laboratory::convolution
