// Taking hold of a bar.
#pragma once

#include "ui/frame/widget.h"
#include "ui/plots/plot.h"

namespace ui {

// Lets the lit bar of `s`, which spans `left` to `right` along x, be pulled to another height where
// it has a field for that. True while it is in the hand.
bool pull(const lab::Bars& s, const Plot& p, double left, double right, Desk& desk);

}  // namespace ui
