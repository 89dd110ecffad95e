// The matrix that is studied: where it comes from, and what was done to its eigenvalues.
#pragma once

#include <string>

#include "labs/recurrent_matrix/params.h"
#include "num/matrix.h"
#include "num/schur.h"

namespace laboratory::recurrent_matrix {

// Whether the seed decides which matrix it is.
constexpr bool is_drawn(Origin origin) {
  return origin == Origin::random || origin == Origin::calm || origin == Origin::wild;
}

struct Source {
  num::Matrix matrix;
  int tries = 0;         // matrices that were drawn until one was found; 0 where none was sought
  std::string fault;     // a sentence where there is no matrix to study; it is then empty
  std::string at_fault;  // the parameter
  bool square() const { return fault.empty(); }
};
Source source(const Params& p);

// The eigenvalues that stand for all of them, by falling modulus: each real one, and of each pair
// the one above the real axis.
std::vector<num::Complex> upper_eigenvalues(const num::Schur& s);

// The matrix with the Schur vectors and the off-diagonal part of `s`, and with these values, in the
// order of `upper_eigenvalues`, in place of its own. A real one stays real; a pair stays one, or
// meets on the axis.
num::Matrix with_eigenvalues(num::Schur s, const std::vector<num::Complex>& values);

// Part of the way, in [0, 1], to the normal matrix of the same eigenvalues and Schur vectors: what
// stands off the diagonal of the Schur form shrinks to 0.
num::Matrix towards_normal(num::Schur s, double way);

}  // namespace laboratory::recurrent_matrix
