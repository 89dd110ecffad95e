// Decision regions.
#pragma once

#include <string>
#include <vector>

#include "lab/shapes/axis.h"
#include "lab/shapes/cloud.h"
#include "lab/shapes/plane.h"

namespace lab {

// What a classifier says over a plane: `field` holds the probability of the second class, row 0 at
// the top (the largest y). `clouds` are the examples, the first cloud of the first class and so on.
struct BoundaryPanel {
  std::string name;
  Plane field;
  std::vector<Cloud> clouds;
  bool operator==(const BoundaryPanel&) const = default;
};

template <class Archive, Either<BoundaryPanel> Self>
void describe(Archive& a, Self& self) {
  a(self.name, self.field, self.clouds);
}

// Decision regions side by side on one pair of axes.
struct Boundary {
  Axis x, y;
  std::vector<BoundaryPanel> panels;
  bool operator==(const Boundary&) const = default;
};

template <class Archive, Either<Boundary> Self>
void describe(Archive& a, Self& self) {
  a(self.x, self.y, self.panels);
}

template <class Rows>
void table(Rows& out, const Boundary& s) {
  out.line("panel", "what", s.x.label + " or row", s.y.label + " or column", "probability");
  for (const BoundaryPanel& p : s.panels) {
    for (std::size_t i = 0; i < p.field.values.size(); ++i) {
      const int at = static_cast<int>(i);
      out.line(p.name, "field", at / p.field.cols + 1, at % p.field.cols + 1, p.field.values[i]);
    }
    for (const Cloud& c : p.clouds)
      for (std::size_t i = 0; i < c.x.size(); ++i) out.line(p.name, c.name, c.x[i], c.y[i], "");
  }
}

inline Gestures gestures(const Boundary& s) {
  Gestures all;
  for (const BoundaryPanel& p : s.panels)
    for (const Cloud& c : p.clouds) all.offer(c.edit);
  return all;
}

}  // namespace lab
