// One curve of a plot: its line and its band.
#pragma once

#include "ui/plots/plot.h"
#include "ui/plots/plot_labels.h"

namespace ui {

std::size_t samples(const lab::Curve& c);
// Whether both axes have a place for a sample.
bool drawable(const Plot& p, const lab::Curve& c, std::size_t i);

// The colour of a curve: that of its role, fainter for one of another run.
ImU32 ink(const lab::Curve& c, const Theme& t);

// Draws the line, the stems or the marks; what is not finite, or has no logarithm where the axis
// asks for one, is a gap with a cross on the axis. Returns how many samples those are.
long long curve(const Plot& p, const lab::Curve& c, const Theme& t);

// A point that the axes have no place for, of a curve that is made of marks: an arrow at the edge,
// with its name and the coordinate that is off the axis.
void beyond_axes(const Plot& p, const lab::Curve& c, Labels& labels, const Theme& t);

// Shades between `low` and `high` where the curve has them; whiskers where it is not joined.
void band(const Plot& p, const lab::Curve& c, const Theme& t);

}  // namespace ui
