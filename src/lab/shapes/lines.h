// Curves over an axis.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lab/shapes/axis.h"
#include "lab/shapes/gesture.h"

namespace lab {

// A line that the person drags along x.
struct Handle {
  Target<Act::drag> drag;  // empty: no handle
  double at = 0;
  bool operator==(const Handle&) const = default;
};

template <class Archive, Either<Handle> Self>
void describe(Archive& a, Self& self) {
  a(self.drag, self.at);
}

// How the points of a curve are shown: joined, as stems from y = 0, or each as a mark of its own;
// those of another run behind this one fainter, joined by dots or as hollow marks (lab/ghost.h). Of
// a region that others are seen against there is the band alone, with its name in it.
enum class Trace : std::uint8_t { joined, stems, marks, ghost, ghost_marks, region };
constexpr int trace_count = 6;
constexpr bool is_joined(Trace t) { return t == Trace::joined || t == Trace::ghost; }
constexpr bool is_ghost(Trace t) { return t == Trace::ghost || t == Trace::ghost_marks; }

// A curve; `low` and `high` are a band around y (whiskers where the points are not joined) and
// empty without one. A NaN is a gap.
struct Curve {
  std::string name;
  Role role = Role::neutral;
  std::vector<float> x, y, low, high;
  bool dashed = false;
  Trace trace = Trace::joined;
  bool operator==(const Curve&) const = default;
};

template <class Archive, Either<Curve> Self>
void describe(Archive& a, Self& self) {
  a(self.name);
  a.enumerator(self.role, role_count);
  a(self.x, self.y, self.low, self.high, self.dashed);
  a.enumerator(self.trace, trace_count);
  a.require(self.x.size() == self.y.size());
  a.require(self.low.size() == self.high.size());
  a.require(self.low.empty() || self.low.size() == self.x.size());
}

struct Lines {
  Axis x, y;
  std::vector<Curve> curves;
  std::vector<Rule> rules;
  Handle handle;
  bool operator==(const Lines&) const = default;
};

template <class Archive, Either<Lines> Self>
void describe(Archive& a, Self& self) {
  a(self.x, self.y, self.curves, self.rules, self.handle);
}

template <class Rows>
void table(Rows& out, const Lines& s) {
  out.line("curve", s.x.label, s.y.label, "low", "high");
  for (const Curve& c : s.curves)
    for (std::size_t i = 0; i < c.x.size(); ++i)
      c.low.empty() ? out.line(c.name, c.x[i], c.y[i], "", "")
                    : out.line(c.name, c.x[i], c.y[i], c.low[i], c.high[i]);
  for (const Rule& r : s.rules)
    r.upright ? out.line(r.label, r.at, "", "", "") : out.line(r.label, "", r.at, "", "");
}

inline Gestures gestures(const Lines& s) { return Gestures().offer(s.handle.drag); }

}  // namespace lab
