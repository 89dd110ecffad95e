// The box around a figure in space: its edges, and ticks and names on those that lie outermost.
#pragma once

#include <vector>

#include "lab/shapes/surface.h"
#include "ui/frame/theme.h"
#include "ui/solid/projection.h"

namespace ui {

// The edges that the figure does not lie behind. They are drawn before it.
void space_edges(ImDrawList& draw, const Space& space, const Projection& from, const Theme& t);

// Ticks, numbers and names of the axes, none outside of `area`; a short axis has its name alone.
// Returns where the words stand.
std::vector<Box> space_axes(ImDrawList& draw, const lab::Surface& s, const Space& space,
                            const Projection& from, const Box& area, const Theme& t);

// What of `area` they leave to the box. In a small one the box is larger, and numbers at its edges
// may lie beside what it holds.
Box beside_space_axes(const Box& area);

}  // namespace ui
