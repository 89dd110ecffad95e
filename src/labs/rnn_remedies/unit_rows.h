// What unit rows do to a matrix of the person's own: the exam's explodes, and vanishes with them.
#pragma once

#include <vector>

#include "lab/value.h"

namespace laboratory::rnn_remedies {

// Every row at Euclidean length 1; a row of zeros stays as it is.
lab::Matrix row_normalised(const lab::Matrix& m);

// |eigenvalue| of a square matrix, falling, each as often as it counts.
std::vector<double> abs_eigenvalues(const lab::Matrix& m);

// ||(W^T)^k g|| / ||g|| for k = 0 .. steps, as a logarithm to base 10, with g all ones: how long a
// gradient is that has gone back k steps with the identity as activation. Minus infinity where it
// has come to nothing.
std::vector<double> log_lengths(const lab::Matrix& m, int steps);

}  // namespace laboratory::rnn_remedies
