// A matrix of doubles, row by row.
#pragma once

#include <span>
#include <vector>

namespace num {

struct Matrix {
  int rows = 0, cols = 0;
  std::vector<double> values;

  static Matrix zero(int rows, int cols) {
    return {rows, cols, std::vector<double>(static_cast<std::size_t>(rows * cols))};
  }
  double& at(int row, int col) { return values[static_cast<std::size_t>(row * cols + col)]; }
  double at(int row, int col) const { return values[static_cast<std::size_t>(row * cols + col)]; }
  std::span<double> row(int r) {
    return std::span(values).subspan(static_cast<std::size_t>(r * cols),
                                     static_cast<std::size_t>(cols));
  }
  std::span<const double> row(int r) const {
    return std::span(values).subspan(static_cast<std::size_t>(r * cols),
                                     static_cast<std::size_t>(cols));
  }
  bool operator==(const Matrix&) const = default;
};

}  // namespace num
