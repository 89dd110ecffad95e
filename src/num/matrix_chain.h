// Long products of matrices, told by their logarithms, so that nothing overflows or vanishes.
#pragma once

#include <vector>

#include "num/matrix.h"

namespace num {

// Natural logarithms after 0, 1, ... n factors; -infinity for a length of 0.
struct ChainCourse {
  std::vector<double> largest, smallest;  // singular values of the product
};

// Of m_k ... m_2 m_1 for k = 0 .. n, all of them (d, d), finite. The largest singular value comes
// from the product and the smallest from the product of the inverses, each scaled by powers of two
// as it grows: each has small relative error, which their quotient, beyond 1e16 from a product
// alone, would not.
ChainCourse chain_course(const std::vector<Matrix>& factors);

// Natural logarithms of the lengths of m_k ... m_1 v for k = 0 .. n.
std::vector<double> lengths_along(const std::vector<Matrix>& factors, std::vector<double> v);

// The product of all factors as matrix times 2^exponent, the largest entry in [0.5, 1).
struct ScaledMatrix {
  Matrix matrix;
  int exponent = 0;
};
ScaledMatrix chain_product(const std::vector<Matrix>& factors, std::size_t count);

}  // namespace num
