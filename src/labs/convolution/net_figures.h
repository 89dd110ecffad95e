// What the trained network shows: a glyph's way through its maps, its filters, a kernel that can be
// edited, whom a cell depends on, and what each filter is worth.
#pragma once

#include "labs/convolution/net.h"
#include "labs/convolution/study.h"

namespace laboratory::convolution {

// Appends readouts and figures of the network at the study's parameters: of a digit, of the picture
// that the study is of, or of a drawing.
void add_net(lab::Report& report, SmallNet& net, const Study& study);

}  // namespace laboratory::convolution
