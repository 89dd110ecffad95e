// The names of curves at their ends, and of regions in them.
#pragma once

#include <span>

#include "ui/plots/curve.h"
#include "ui/plots/plot_labels.h"

namespace ui {

// Asks labels to stay off the line.
void keep_clear(const Plot& p, const lab::Curve& c, Labels& labels);

// The width that the names at the ends need beside the plot, 0 without names. A curve that ends far
// from the others' ends has its name within the plot; on a logarithmic scale it ends where nothing
// more than 0 follows.
float end_label_room(std::span<const lab::Curve> curves, float width, bool logarithmic);

// The height of a figure in whose width the names at the ends stand one above the other, in their
// smallest type, between the title of the upright axis and the numbers of the other.
float end_labels_height(std::span<const lab::Curve> curves, float width, bool logarithmic);

// Writes each name where its curve ends: beside the plot, moved apart where ends meet, or within
// it, off all lines. Other labels are asked to stay off it.
void end_labels(const Plot& p, std::span<const lab::Curve> curves, float room, Labels& labels,
                const Theme& t);

// Writes the names of regions in them, off all lines.
void region_names(const Plot& p, std::span<const lab::Curve> curves, Labels& labels,
                  const Theme& t);

}  // namespace ui
