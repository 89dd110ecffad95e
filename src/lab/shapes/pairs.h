// What holds of each pair of named things.
#pragma once

#include <string>
#include <vector>

#include "lab/shapes/gesture.h"
#include "lab/shapes/plane.h"

namespace lab {

// A square with a cell for each ordered pair: a value from -1 to 1, and whether the two have
// nothing to do with each other. A NaN is a pair that is not asked about. A cell that is picked
// sets two choices to the names of its row and its column.
struct Pairs {
  std::string value;  // what the values are: "partial correlation"
  std::vector<std::string> names;
  std::vector<float> cells;  // names.size() squared, row by row
  std::vector<int> apart;    // places of cells, rising
  Target<Act::pick> row, column;
  int lit = -1;  // a cell, by its place
  bool operator==(const Pairs&) const = default;
};

template <class Archive, Either<Pairs> Self>
void describe(Archive& a, Self& self) {
  a(self.value, self.names, self.cells, self.apart, self.row, self.column, self.lit);
  const int n = static_cast<int>(self.names.size());
  a.require(fits(n, n, self.cells.size()));
}

template <class Rows>
void table(Rows& out, const Pairs& s) {
  out.line("row", "column", s.value);
  for (std::size_t r = 0; r < s.names.size(); ++r)
    for (std::size_t c = 0; c < s.names.size(); ++c)
      out.line(s.names[r], s.names[c], s.cells[r * s.names.size() + c]);
}

inline Gestures gestures(const Pairs& s) {
  return Gestures().offer(s.row, s.names).offer(s.column, s.names);
}

}  // namespace lab
