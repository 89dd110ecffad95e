// What a person guessed, drawn over a plot of the truth.
#pragma once

#include "ui/frame/widget.h"
#include "ui/plots/plot.h"
#include "ui/plots/plot_labels.h"

namespace ui {

// Draws the desk's guess, if there is one: a dashed line, or a dashed sketch with a ring at each of
// its points. A line beyond the axis stands at its end with an arrow that points on. Labels that
// are written later stay off it, so it comes before all of them.
void guess_line(const Plot& p, const Desk& desk, Labels& labels);

// Its words.
void guess_words(const Plot& p, const Desk& desk, Labels& labels);

}  // namespace ui
