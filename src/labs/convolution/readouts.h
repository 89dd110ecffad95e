// The numbers of the report.
#pragma once

#include "labs/convolution/study.h"

namespace laboratory::convolution {

// Appends the readouts; those of the map are undefined where the kernel does not fit.
void add_readouts(lab::Report& report, const Study& study);

}  // namespace laboratory::convolution
