// The story of the laboratory: the people as dots in the order of their scores, parted where the
// threshold stands.
#pragma once

#include "labs/metrics/study.h"

namespace laboratory::metrics {

// Appends the figure "people".
void draw_people(const Study& study, lab::Report& report);

}  // namespace laboratory::metrics
