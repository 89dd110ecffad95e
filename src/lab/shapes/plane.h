// Planes of values, the stuff of maps and pictures, and the bytes of matrices.
#pragma once

#include <vector>

#include "lab/bytes.h"
#include "lab/value.h"

namespace lab {

// The longest side that anything on a grid may have.
constexpr int largest_side = 1 << 15;

// True where a grid of rows x cols holds exactly `size` values.
constexpr bool fits(int rows, int cols, std::size_t size) {
  return rows >= 0 && cols >= 0 && rows <= largest_side && cols <= largest_side &&
         static_cast<std::size_t>(rows) * static_cast<std::size_t>(cols) == size;
}

template <class Archive, Either<Matrix> Self>
void describe(Archive& a, Self& self) {
  a(self.rows, self.cols, self.values);
  a.require(fits(self.rows, self.cols, self.values.size()));
}

// A plane of rows x cols values, row by row.
struct Plane {
  int rows = 0, cols = 0;
  std::vector<float> values;
  bool operator==(const Plane&) const = default;
};

template <class Archive, Either<Plane> Self>
void describe(Archive& a, Self& self) {
  a(self.rows, self.cols, self.values);
  a.require(fits(self.rows, self.cols, self.values.size()));
}

}  // namespace lab
