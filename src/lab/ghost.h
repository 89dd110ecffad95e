// Two runs on one scale: a figure with what the same figure showed of another run drawn behind it.
#pragma once

#include "lab/figures.h"

namespace lab {

// `now` with the ghost of `before`, or null where that shows nothing: figures of different shapes,
// or of a shape that has no room for two, and equal ones. A story of such a shape says so in its
// words.
//
// Curves stand behind as dashed ones in the colour of a target, bars of the same names or bins as
// outlines, points as rings; a population has its counts beside the other ones, and the place of
// its gap where the queue is of the same people. Axes fit both.
SharedFigure with_ghost(const Figure& now, const Figure& before);

}  // namespace lab
