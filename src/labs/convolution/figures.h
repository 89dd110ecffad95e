// The pictures of the report.
#pragma once

#include "labs/convolution/study.h"
#include "labs/convolution/tabs.h"

namespace laboratory::convolution {

// Appends the story and the maps of sixteen filters; where the kernel does not fit, the picture
// alone in place of the story.
void add_figures(lab::Report& report, const Study& study);

// Appends what a move of the picture does, who depends on whom, and the sides of maps; nothing
// where the kernel does not fit.
void add_consequences(lab::Report& report, const Study& study);

}  // namespace laboratory::convolution
