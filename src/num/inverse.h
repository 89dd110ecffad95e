// Determinant and inverse of small square matrices, by elimination with the largest pivot of each
// column. Golub & Van Loan, "Matrix computations" (2013), section 3.4.
#pragma once

#include <optional>

#include "num/matrix.h"

namespace num {

// m: (n, n), n >= 1, finite.
double determinant(const Matrix& m);

// None where a pivot is 0. The error is about n eps times the condition of m, relative.
std::optional<Matrix> inverse(const Matrix& m);

}  // namespace num
