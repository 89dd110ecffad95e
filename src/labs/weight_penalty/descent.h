// Logistic regression with a penalty, along a whole path of λ at a time.
#pragma once

#include <cstddef>
#include <vector>

#include "labs/weight_penalty/params.h"

namespace laboratory::weight_penalty {

using Floats = std::vector<float>;

inline std::size_t size(int rows, int cols) {
  return static_cast<std::size_t>(rows) * static_cast<std::size_t>(cols);
}

// LabelledPoints: x is count x features, one column for each feature; labels are 0 or 1.
struct LabelledPoints {
  int count;
  Floats x, label;
};

// A matrix product with scratch of its own: C = A B or A^T B, column by column. A is m x k, or k x
// m where it is transposed; C is m x n.
void product(bool transposed, int m, int n, int k, const Floats& a, int lda, const Floats& b,
             Floats& c, Floats& scratch);

// The weights (features x columns) after 60 accelerated proximal steps from 0: column c is
// penalised by `penalty[c]` with `lambda[c]`, all at once.
Floats descended(const Params& p, const LabelledPoints& e, std::vector<Penalty> penalty,
                 std::vector<double> lambda);

}  // namespace laboratory::weight_penalty
