// A cloud of very many points in a plane, with ellipses and a point in the hand.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "lab/shapes/axis.h"
#include "lab/shapes/gesture.h"

namespace lab {

// Ellipses of one kind, as the posteriors of examples or the circles of a prior. Ellipse i has its
// centre at (x[i], y[i]), the half axes a[i] and b[i] in units of the plane, and the first of them
// stands angle[i] radians anticlockwise of the x axis.
struct Ellipses {
  std::string name;
  Role role = Role::neutral;
  bool dashed = false;
  std::vector<float> x, y, a, b, angle;
  bool operator==(const Ellipses&) const = default;
};

template <class Archive, Either<Ellipses> Self>
void describe(Archive& a, Self& self) {
  a(self.name);
  a.enumerator(self.role, role_count);
  a(self.dashed, self.x, self.y, self.a, self.b, self.angle);
  for (const auto* row : {&self.y, &self.a, &self.b, &self.angle})
    a.require(row->size() == self.x.size());
}

// A point that the person drags across the plane. It stands where its fields say, so that the
// figure itself stands while it moves. Without both targets there is none. A target that is a list
// stands at its entry of that number, counted from 0; entries that the list has not are 0.
struct Crosshair {
  std::string name;
  Target<Act::place_x> to_x;
  Target<Act::place_y> to_y;
  int entry_x = 0, entry_y = 1;
  bool operator==(const Crosshair&) const = default;
};

template <class Archive, Either<Crosshair> Self>
void describe(Archive& a, Self& self) {
  a(self.name, self.to_x, self.to_y, self.entry_x, self.entry_y);
  a.require(self.entry_x >= 0 && self.entry_y >= 0);
}

// Points by class, smooth to look at up to 100 000. `classes` are the names; point i stands at
// (px[i], py[i]) and is of class of[i], counted from 0. With `equal` one unit is as long on both
// axes. The axes are linear.
struct Splats {
  Axis x, y;
  bool equal = true;
  std::vector<std::string> classes;
  std::vector<float> px, py;
  std::vector<std::uint8_t> of;
  std::vector<Ellipses> ellipses;
  Crosshair crosshair;
  bool operator==(const Splats&) const = default;
};

template <class Archive, Either<Splats> Self>
void describe(Archive& a, Self& self) {
  a(self.x, self.y, self.equal, self.classes, self.px, self.py, self.of, self.ellipses,
    self.crosshair);
  a.require(!self.x.logarithmic && !self.y.logarithmic);
  a.require(self.px.size() == self.py.size() && self.px.size() == self.of.size());
  a.require(std::all_of(self.of.begin(), self.of.end(),
                        [&](std::uint8_t c) { return c < self.classes.size(); }));
}

template <class Rows>
void table(Rows& out, const Splats& s) {
  out.line("what", "name", s.x.label, s.y.label, "half axis", "other half axis", "angle");
  for (std::size_t i = 0; i < s.px.size(); ++i)
    out.line("point", s.classes[s.of[i]], s.px[i], s.py[i], "", "", "");
  for (const Ellipses& e : s.ellipses)
    for (std::size_t i = 0; i < e.x.size(); ++i)
      out.line("ellipse", e.name, e.x[i], e.y[i], e.a[i], e.b[i], e.angle[i]);
}

inline Gestures gestures(const Splats& s) {
  return Gestures().offer(s.crosshair.to_x).offer(s.crosshair.to_y);
}

}  // namespace lab
