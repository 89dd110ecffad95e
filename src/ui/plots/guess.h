// What a person guessed, drawn over a plot of the truth.
#pragma once

#include "ui/frame/widget.h"
#include "ui/plots/plot.h"
#include "ui/plots/plot_labels.h"

namespace ui {

// Draws the desk's guess, if there is one: a dashed line, or a dashed sketch with a ring at each of
// its points, and its words. A line beyond the axis stands at its end with an arrow that points on.
void draw_guess(const Plot& p, const Desk& desk, Labels& labels);

}  // namespace ui
