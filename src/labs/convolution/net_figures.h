// What the trained network shows: a glyph's way through its maps, its filters, a kernel that can be
// edited, whom a cell depends on, and what each filter is worth.
#pragma once

#include "labs/convolution/net.h"

namespace laboratory::convolution {

// Appends readouts and figures of the network at these parameters.
void add_net(lab::Report& report, SmallNet& net, const Params& params);

}  // namespace laboratory::convolution
