// A matrix of doubles, row by row.
#pragma once

#include <cmath>
#include <span>
#include <vector>

namespace num {

struct Matrix {
  int rows = 0, cols = 0;
  std::vector<double> values;

  static Matrix zero(int rows, int cols) {
    return {rows, cols, std::vector<double>(static_cast<std::size_t>(rows * cols))};
  }
  // The identity of n rows.
  static Matrix identity(int n) {
    Matrix one = zero(n, n);
    for (int i = 0; i < n; ++i) one.at(i, i) = 1;
    return one;
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

// The sum of the products, terms in order, for rows of one length.
inline double dot(std::span<const double> a, std::span<const double> b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

// The root of the sum of squares: the length of a vector, the Frobenius norm of a matrix's values.
inline double norm(std::span<const double> v) { return std::sqrt(dot(v, v)); }

// Rows become columns.
inline Matrix transposed(const Matrix& m) {
  Matrix t = Matrix::zero(m.cols, m.rows);
  for (int r = 0; r < m.rows; ++r)
    for (int c = 0; c < m.cols; ++c) t.at(c, r) = m.at(r, c);
  return t;
}

// `count` neighbouring columns, the first of them `from`.
inline Matrix columns(const Matrix& m, int from, int count) {
  Matrix part = Matrix::zero(m.rows, count);
  for (int r = 0; r < m.rows; ++r)
    for (int c = 0; c < count; ++c) part.at(r, c) = m.at(r, from + c);
  return part;
}

// The columns of `b` right of those of `a`, of as many rows; `b` where `a` has none.
inline Matrix beside(const Matrix& a, const Matrix& b) {
  Matrix both = Matrix::zero(b.rows, a.cols + b.cols);
  for (int r = 0; r < b.rows; ++r) {
    for (int c = 0; c < a.cols; ++c) both.at(r, c) = a.at(r, c);
    for (int c = 0; c < b.cols; ++c) both.at(r, a.cols + c) = b.at(r, c);
  }
  return both;
}

// The matrix product of a: (n, k) and b: (k, m), terms in order.
inline Matrix product(const Matrix& a, const Matrix& b) {
  Matrix p = Matrix::zero(a.rows, b.cols);
  for (int i = 0; i < a.rows; ++i)
    for (int j = 0; j < b.cols; ++j)
      for (int k = 0; k < a.cols; ++k) p.at(i, j) += a.at(i, k) * b.at(k, j);
  return p;
}

}  // namespace num
