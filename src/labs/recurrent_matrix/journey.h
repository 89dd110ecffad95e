// Gradients on their way back, step by step: dL/dh_(t-1) = W^T D_t dL/dh_t.
#pragma once

#include <optional>
#include <vector>

#include "labs/recurrent_matrix/params.h"
#include "labs/recurrent_matrix/verdict.h"
#include "num/matrix_chain.h"

namespace laboratory::recurrent_matrix {

// The matrices of the way back, the last step first, for `most_steps` steps. With the identity each
// is W^T. With tanh each is W^T diag(1 - h_t^2) along a run of h_t = tanh(W h_(t-1) + x_t), whose
// inputs x_t are drawn from N(0, 0.5^2) and h_0 = 0.
std::vector<num::Matrix> steps_back(const num::Matrix& w, Activation activation, int seed);

// A gradient of length 1 at the last step, and natural logarithms of its length after 0, 1, ...
// steps back.
struct Followed {
  std::vector<double> start;
  std::vector<double> logs;
};

// The direction that vanishes fastest, or explodes fastest: the left eigenvector of the smallest or
// the largest |λ|; of a pair a direction of its plane. Its lengths are exact however long the way:
// |λ|^k, turned by the angle of λ.
Followed along_eigenvector(const Character& c, bool smallest);

// A given one: missing entries are 0, surplus ones are left out; nothing where none is left.
std::optional<std::vector<double>> unit_gradient(const std::vector<double>& given, int size);

// The vanishing direction as programs compute it, by multiplying: natural logarithms of its length,
// NaN where a number has overflowed.
struct Computed {
  std::vector<double> exact, doubles, floats, six_digits;
};
Computed computed(const Character& c);

// The first step at which a computed length is more than twice or less than half of the exact one;
// nothing where that does not happen.
std::optional<int> parting(const std::vector<double>& exact, const std::vector<double>& other);

// Lengths after `steps` steps of gradients that point in random directions.
std::vector<double> random_lengths(const std::vector<num::Matrix>& back, int size, int steps,
                                   int seed);

}  // namespace laboratory::recurrent_matrix
