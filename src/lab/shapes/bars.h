// Bars from a zero line: named ones, or a histogram.
#pragma once

#include <string>
#include <vector>

#include "lab/shapes/axis.h"
#include "lab/shapes/gesture.h"

namespace lab {

// Bars from zero: one for each name, or, without names, bar i over [start + i width, + width). A
// height of −∞, the logarithm of 0, is an outline as far as the axis goes, with the note in it.
struct Bars {
  Axis x, y;
  std::vector<std::string> names;
  double start = 0, width = 1;
  std::vector<float> heights;
  Role role = Role::neutral;
  int lit = -1;  // the bar in the accent, from 0
  std::vector<Rule> rules;
  std::vector<float> low, high;    // whiskers, one pair for each bar, or empty
  std::vector<std::string> notes;  // what stands above each bar ("0 additions"), or empty
  Target<Act::pull> pull;          // of the lit bar
  std::vector<Role> roles;         // of each bar, or empty where all have `role`
  std::vector<float> ghost = {};   // heights of another run, or empty: see lab/ghost.h
  bool operator==(const Bars&) const = default;
};

template <class Archive, Either<Bars> Self>
void describe(Archive& a, Self& self) {
  a(self.x, self.y, self.names, self.start, self.width, self.heights);
  a.enumerator(self.role, role_count);
  a(self.lit, self.rules, self.low, self.high, self.notes, self.pull, self.roles, self.ghost);
  a.require(self.names.empty() || self.names.size() == self.heights.size());
  a.require(self.low.size() == self.high.size());
  a.require(self.low.empty() || self.low.size() == self.heights.size());
  a.require(self.ghost.empty() || self.ghost.size() == self.heights.size());
  a.require(self.notes.empty() || self.notes.size() == self.heights.size());
  a.require(self.roles.empty() || self.roles.size() == self.heights.size());
}

template <class Rows>
void table(Rows& out, const Bars& s) {
  if (s.names.empty()) {
    out.line(s.x.label + " from", s.x.label + " to", s.y.label);
    for (std::size_t i = 0; i < s.heights.size(); ++i)
      out.line(s.start + s.width * static_cast<double>(i),
               s.start + s.width * static_cast<double>(i + 1), s.heights[i]);
  } else if (s.low.empty()) {
    out.line(s.x.label, s.y.label);
    for (std::size_t i = 0; i < s.heights.size(); ++i) out.line(s.names[i], s.heights[i]);
  } else {
    out.line(s.x.label, s.y.label, "low", "high");
    for (std::size_t i = 0; i < s.heights.size(); ++i)
      out.line(s.names[i], s.heights[i], s.low[i], s.high[i]);
  }
}

inline Gestures gestures(const Bars& s) { return Gestures().offer(s.pull); }

}  // namespace lab
