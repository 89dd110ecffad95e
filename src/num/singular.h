// Singular values and vectors of small real matrices.
// One-sided Jacobi: Hestenes (1958); Demmel & Veselić, "Jacobi's method is more accurate than QR"
// (1992). Only + - * / and square roots in a fixed order, so every IEEE 754 machine agrees.
#pragma once

#include <vector>

#include "num/matrix.h"

namespace num {

// m = u diag(values) v^T for m: (r, c) with r >= c >= 1, finite.
//   u: (r, c), orthonormal columns; a column is 0 where its value is 0
//   values: (c), falling, >= 0
//   v: (c, c), orthogonal
struct Singular {
  Matrix u;
  std::vector<double> values;
  Matrix v;
};
Singular singular(const Matrix& m);

// The values alone, falling, min(rows, cols) of them, for a matrix of any shape, finite, with a row
// and a column at least.
std::vector<double> singular_values(const Matrix& m);

}  // namespace num
