// What becomes of gradients that go back through a matrix for ever, and which rules tell it.
#pragma once

#include <string>
#include <vector>

#include "num/eigenvectors.h"
#include "num/matrix.h"

namespace laboratory::recurrent_matrix {

// As T grows: every gradient vanishes; every one explodes; all but those of some directions explode
// while these vanish; or nothing explodes and not all vanishes.
enum class Verdict : std::uint8_t { vanishes, explodes, both, neither };
constexpr const char* verdict_words[] = {"vanishes", "explodes", "explodes-and-vanishes",
                                         "neither"};

// On which sides of the unit circle there are eigenvalues.
struct Sides {
  bool above = false, below = false, on = false;
  // One on the circle lacks a direction of its own and none lies outside: powers grow all the same,
  // like a power of their number.
  bool creeping = false;

  bool grows() const { return above || creeping; }
};

// All that follows from a square matrix by itself, with `w` as W.
struct Character {
  num::Matrix w;
  std::vector<double> singular;          // falling
  std::vector<num::Complex> values;      // eigenvalues by falling modulus
  std::vector<num::ComplexVector> left;  // left eigenvectors of W, in that order
  // Of each value: 1 outside the unit circle, -1 inside, 0 on it as far as rounding can tell.
  std::vector<int> side;
  double determinant = 0;
  double henrici = 0;    // sqrt(‖W‖_F^2 - sum |λ|^2), 0 where W is normal; Henrici (1962)
  double condition = 1;  // of the right eigenvectors; infinite where W is defective
  Sides sides;
  Verdict verdict = Verdict::neither;
  std::string note;  // a sentence where an eigenvalue lies on the circle; else empty

  int size() const { return w.rows; }
  double radius() const { return num::modulus(values.front()); }
  double least() const { return num::modulus(values.back()); }
};
Character character(const num::Matrix& w);

// By the course's rule, which looks at singular values alone.
Verdict rule_verdict(const Character& c);

}  // namespace laboratory::recurrent_matrix
