// One curve of a plot: its line, its band, its name at its end.
#pragma once

#include <span>

#include "ui/plots/plot.h"

namespace ui {

std::size_t samples(const lab::Curve& c);
// Whether both axes have a place for a sample.
bool drawable(const Plot& p, const lab::Curve& c, std::size_t i);

// Draws the line, the stems or the marks; what is not finite, or has no logarithm where the axis
// asks for one, is a gap with a cross on the axis. Returns how many samples those are.
long long curve(const Plot& p, const lab::Curve& c, const Theme& t);

// Asks labels to stay off the line.
void keep_clear(const Plot& p, const lab::Curve& c, Labels& labels);

// Shades between `low` and `high` where the curve has them; whiskers where it is not joined.
void band(const Plot& p, const lab::Curve& c, const Theme& t);

// The width that the names at the ends need beside the plot, 0 without names.
float end_label_room(std::span<const lab::Curve> curves, float width);

// Writes each name where its curve ends: beside the plot, moved apart where ends meet, or within it,
// off all lines. Other labels are asked to stay off it.
void end_labels(const Plot& p, std::span<const lab::Curve> curves, float room, Labels& labels,
                const Theme& t);

}  // namespace ui
