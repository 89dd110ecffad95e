// The plain values that travel between labs, links, files and pictures.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace lab {

// A matrix of rows x cols doubles, row by row. An empty one (0 x 0) means "not given".
struct Matrix {
  int rows = 0, cols = 0;
  std::vector<double> values;

  double& at(int row, int col) { return values[static_cast<std::size_t>(row * cols + col)]; }
  double at(int row, int col) const { return values[static_cast<std::size_t>(row * cols + col)]; }
  bool empty() const { return values.empty(); }
  bool operator==(const Matrix&) const = default;
};

// A value that has no number, and the sentence that says why: precision without a positive call.
struct Undefined {
  std::string reason;
  bool operator==(const Undefined&) const = default;
};

// What a readout reports. A list is one row of numbers.
using Value =
    std::variant<Undefined, std::int64_t, double, bool, std::string, std::vector<double>, Matrix>;

// A picture of the person's own: width x height pixels, row by row from the top, four bytes each
// (red, green, blue, alpha).
struct Picture {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgba;
};

}  // namespace lab
