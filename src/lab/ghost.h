// Two runs on one scale: a figure with what the same figure showed of another run drawn behind it.
#pragma once

#include "lab/figures.h"

namespace lab {

// `now` with the ghost of `before`, or null where that shows nothing: figures of different shapes,
// or of a shape that has no room for two, and equal ones. A story of such a shape says so in its
// words.
//
// Curves stand behind, dotted in their own colour, and what is given as lines across the plot where
// it stood: reference lines, and the handle that is dragged along x. Bars of the same names or bins
// are outlines, points are rings; a population has its counts beside the other ones, and the place
// of its gap where the queue is of the same people. Axes fit both.
SharedFigure with_ghost(const Figure& now, const Figure& before);

}  // namespace lab
