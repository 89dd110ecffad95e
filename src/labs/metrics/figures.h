// The people as dots, three ways to call them as bars, and what moving the threshold would give.
#pragma once

#include "labs/metrics/study.h"

namespace laboratory::metrics {

// Appends the figures; the cheapest threshold has a place in them where the counts are not given.
void draw(const Study& study, const Cheapest& best, Memory& memory, lab::Report& report);

}  // namespace laboratory::metrics
