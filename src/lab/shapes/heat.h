// Planes of values as colours.
#pragma once

#include <string>
#include <vector>

#include "lab/shapes/axis.h"
#include "lab/shapes/gesture.h"
#include "lab/shapes/plane.h"

namespace lab {

// One of several planes on a common scale.
struct HeatPanel {
  std::string name;
  Plane cells;
  bool operator==(const HeatPanel&) const = default;
};

template <class Archive, Either<HeatPanel> Self>
void describe(Archive& a, Self& self) {
  a(self.name, self.cells);
}

// Planes as colours, side by side on one scale: a column of cells at each x, row 0 at the top. The
// axes span the outer edges of the plane. `value` names the scale; its range is fitted to all
// panels where low == high. `signed_values` asks for the two-sided ramp around zero. A NaN is a
// gap.
struct Heat {
  Axis x, y, value;
  bool signed_values = false;
  std::vector<std::string> rows;  // names of the rows, or empty
  std::vector<HeatPanel> panels;
  bool operator==(const Heat&) const = default;
};

template <class Archive, Either<Heat> Self>
void describe(Archive& a, Self& self) {
  a(self.x, self.y, self.value, self.signed_values, self.rows, self.panels);
  for (const HeatPanel& p : self.panels)
    a.require(self.rows.empty() || static_cast<int>(self.rows.size()) == p.cells.rows);
}

template <class Rows>
void table(Rows& out, const Heat& s) {
  out.line("panel", "row", "column", s.value.label);
  for (const HeatPanel& p : s.panels) out.grid(p.name, p.cells.cols, std::span(p.cells.values));
}

inline Gestures gestures(const Heat&) { return {}; }

}  // namespace lab
