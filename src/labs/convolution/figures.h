// The pictures of the report.
#pragma once

#include "labs/convolution/study.h"

namespace laboratory::convolution {

// Appends the figures; where the kernel does not fit, those that need no map.
void add_figures(lab::Report& report, const Study& study);

}  // namespace laboratory::convolution
