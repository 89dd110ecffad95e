// A stack of maps of one size.
#pragma once

#include <string>
#include <vector>

#include "lab/shapes/gesture.h"
#include "lab/shapes/plane.h"

namespace lab {

// A stack of maps of one size, drawn as labelled tiles from one texture. `signed_values` asks for
// the two-sided ramp around zero, up to |value| = peak on either side; otherwise 0 to peak.
struct Tiles {
  int rows = 0, cols = 0;
  std::vector<std::string> names;
  std::vector<float> values;  // names.size() x rows x cols
  float peak = 1;
  bool signed_values = true;
  Target<Act::pick> pick;  // a tile's name
  int lit = -1;
  bool operator==(const Tiles&) const = default;
};

template <class Archive, Either<Tiles> Self>
void describe(Archive& a, Self& self) {
  a(self.rows, self.cols, self.names, self.values, self.peak, self.signed_values, self.pick,
    self.lit);
  const std::size_t maps = self.names.size();
  a.require(maps > 0 ? self.values.size() % maps == 0 &&
                           fits(self.rows, self.cols, self.values.size() / maps)
                     : self.values.empty());
}

template <class Rows>
void table(Rows& out, const Tiles& s) {
  out.line("map", "row", "column", "value");
  const std::size_t each = static_cast<std::size_t>(s.rows) * static_cast<std::size_t>(s.cols);
  for (std::size_t i = 0; i < s.names.size(); ++i)
    out.grid(s.names[i], s.cols, std::span(s.values).subspan(i * each, each));
}

inline Gestures gestures(const Tiles& s) { return Gestures().offer(s.pick, s.names); }

}  // namespace lab
