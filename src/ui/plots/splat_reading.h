// What is known of a cloud of points while it stands, so that no frame looks at each of them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "lab/shapes/splats.h"
#include "ui/plots/plot.h"

namespace ui {

std::size_t point_count(const lab::Splats& s);

// What is known of the points as a whole: how many there are of a class and their middle, and what
// they cover.
struct ClassMiddle {
  double x = 0, y = 0;
  std::size_t count = 0;
};

struct SplatSummary {
  std::vector<ClassMiddle> classes;
  std::size_t lost = 0;  // points that are not finite
  Extent across, up;     // with the ellipses
};

SplatSummary summary_of(const lab::Splats& s);

// The points by the strip of the plane that they stand in, so that what lies near a place is found
// without looking at all of them.
struct SplatStrips {
  double low = 0, per_unit = 0;      // the first strip's left side, and strips in a unit of x
  std::vector<std::uint32_t> first;  // of each strip, and one more for the end
  std::vector<std::uint32_t> order;  // the points strip by strip

  // The strip at x, or the one nearest to it.
  std::size_t strip(double x) const {
    const double at = (x - low) * per_unit, last = static_cast<double>(first.size() - 2);
    return at > 0 ? static_cast<std::size_t>(std::min(at, last)) : 0;
  }
};

SplatStrips strips_of(const lab::Splats& s, const Extent& across);

// The point nearest to the pointer, no farther than `reach` on the canvas; none: their number.
std::size_t nearest_point(const lab::Splats& s, const SplatStrips& all, const Plot& p, float reach);

}  // namespace ui
