// What the parts of a figure of decision regions share.
#pragma once

#include <algorithm>

#include "lab/figure.h"
#include "ui/plots/panels.h"

namespace ui {

inline std::size_t points(const lab::Cloud& c) { return std::min(c.x.size(), c.y.size()); }

// Clouds beyond the second are the same classes over again, held out: drawn hollow.
inline int class_of(std::size_t cloud) { return static_cast<int>(cloud % 2); }
inline bool held_out(std::size_t cloud) { return cloud >= 2; }

// True where a plane has a value for each of its cells.
inline bool sound(const lab::Plane& p) {
  return p.rows > 0 && p.cols > 0 &&
         p.values.size() == static_cast<std::size_t>(p.rows) * static_cast<std::size_t>(p.cols);
}

// The field at a place, in shares of its width and, downwards, of its height: bilinear between the
// centres of cells, as the shader has it.
double field_at(const lab::Plane& f, double across, double down);

// Reads out the place under the pointer, or the one that a click or the arrow keys have chosen.
void read_region(const lab::Boundary& s, const Panels& p);

}  // namespace ui
