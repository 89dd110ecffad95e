// A complex plane: points in it that a hand may move, over a field of values as colours.
#pragma once

#include <string>
#include <vector>

#include "lab/shapes/axis.h"
#include "lab/shapes/cloud.h"
#include "lab/shapes/gesture.h"
#include "lab/shapes/plane.h"
#include "lab/shapes/splats.h"

namespace lab {

// One unit is as long on both axes, which are linear. `field` has its row 0 at the top and spans
// the axes, which then have ranges of their own; without cells there is none. Its colours are on
// the scale of `value`, fitted where low == high; a NaN is a gap. Ellipses, points and a point in
// the hand lie over it.
struct Spectrum {
  Axis x, y;
  Axis value;
  Plane field;
  std::vector<Ellipses> ellipses;
  std::vector<Cloud> clouds;
  Crosshair crosshair;
  bool operator==(const Spectrum&) const = default;
};

template <class Archive, Either<Spectrum> Self>
void describe(Archive& a, Self& self) {
  a(self.x, self.y, self.value, self.field, self.ellipses, self.clouds, self.crosshair);
  a.require(!self.x.logarithmic && !self.y.logarithmic);
}

template <class Rows>
void table(Rows& out, const Spectrum& s) {
  out.line("what", "name", s.x.label + " or row", s.y.label + " or column", s.value.label);
  for (const Cloud& c : s.clouds)
    for (std::size_t i = 0; i < c.x.size(); ++i)
      out.line("point", c.labels.empty() ? c.name : c.labels[i], c.x[i], c.y[i], "");
  for (std::size_t i = 0; i < s.field.values.size(); ++i) {
    const int at = static_cast<int>(i);
    out.line("field", "", at / s.field.cols + 1, at % s.field.cols + 1, s.field.values[i]);
  }
}

inline Gestures gestures(const Spectrum& s) {
  Gestures all;
  for (const Cloud& c : s.clouds) all.offer(c.edit);
  return all.offer(s.crosshair.to_x).offer(s.crosshair.to_y);
}

}  // namespace lab
