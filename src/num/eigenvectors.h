// Eigenvectors of small real matrices, and how far a point of the plane is from being an
// eigenvalue.
#pragma once

#include <vector>

#include "num/matrix.h"
#include "num/schur.h"

namespace num {

// For each of the eigenvalues of m: (n, n), as `eigenvalues` gives them, a vector v of length 1
// with m v = value v; its largest entry (the first of these) is real and positive. Of a pair the
// second is the conjugate of the first. Equal eigenvalues have orthogonal vectors as far as there
// are any, and the last of these again where m is defective.
std::vector<ComplexVector> eigenvectors(const Matrix& m, const std::vector<Complex>& values);

// The condition of the matrix of these vectors, as columns: the largest singular value over the
// smallest, >= 1; infinity where they do not span the space.
double condition(const std::vector<ComplexVector>& vectors);

// The smallest singular value of z I - m: z is an eigenvalue of some matrix within that distance of
// m, and of none that is nearer. 1 over it is the norm of the resolvent.
// Trefethen & Embree, "Spectra and pseudospectra" (2005), chapter 2.
double distance_to_spectrum(const Matrix& m, Complex z);

}  // namespace num
