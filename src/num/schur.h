// The real Schur form of small matrices, and the eigenvalues that stand in it.
//
// Own code in place of Eigen's: the engine is built against two of its versions, whose steps
// differ, and its complex quotients differ between runtimes. Here are only + - * / and square roots
// in a fixed order, so every IEEE 754 machine agrees.
// Francis (1961); Golub & Van Loan, "Matrix computations" (2013), section 7.5.
#pragma once

#include <vector>

#include "num/complex.h"
#include "num/matrix.h"

namespace num {

// m = q t q^T for m: (n, n), n >= 1, finite: q orthogonal, t upper triangular but for blocks of two
// rows on its diagonal, [[a, b], [c, a]] with b c < 0, one for each pair a ± i sqrt(-b c).
// Backward stable: t and q are those of a matrix within about n eps ||m|| of m.
struct Schur {
  Matrix q, t;

  int size() const { return t.rows; }
  // Whether a block of two rows begins at this one.
  bool pair_at(int row) const { return row + 1 < t.rows && t.at(row + 1, row) != 0; }
  // The eigenvalue of this row; of a pair, its first row has the one above the real axis.
  Complex eigenvalue(int row) const;
};
Schur real_schur(const Matrix& m);

// The rows of the form in the order in which eigenvalues are told: by falling modulus, those of one
// modulus by falling real part; a pair's two rows stand together, the one above the axis first.
std::vector<int> by_modulus(const Schur& s);

// All n eigenvalues in that order, of a matrix or of one whose form is known.
std::vector<Complex> eigenvalues(const Matrix& m);
std::vector<Complex> eigenvalues_by(const Schur& s);

}  // namespace num
