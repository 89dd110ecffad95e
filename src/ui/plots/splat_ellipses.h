// The ellipses over a cloud of points.
#pragma once

#include <vector>

#include "lab/shapes/splats.h"
#include "ui/frame/theme.h"
#include "ui/plots/legend.h"
#include "ui/plots/plot.h"

namespace ui {

// Adds what the ellipses cover to the ranges.
void add_ellipses(const lab::Ellipses& e, Extent& across, Extent& up);

// Draws them, or of very many an even part, which their name then says.
void draw_ellipses(const lab::Ellipses& e, const Plot& p, const Theme& t);

// Their names over a plot of this width, beside the title of its upright axis.
Legend ellipse_legend(const std::vector<lab::Ellipses>& all, const lab::Axis& upright, float width);

}  // namespace ui
