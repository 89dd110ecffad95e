// Where bars stand, and the part of each axis that they need.
#pragma once

#include <cstddef>

#include "ui/plots/plot.h"

namespace ui {

double left_edge(const lab::Bars& s, std::size_t i);
double bar_width(const lab::Bars& s);

// Few enough for a value at each.
bool few(const lab::Bars& s);

// True where something is written at a bar besides its value.
bool noted(const lab::Bars& s);

// The ranges of a plot of all bars, with room for what is written beyond them.
Range bars_along_x(const lab::Bars& s);
Range bars_along_y(const lab::Bars& s);

}  // namespace ui
