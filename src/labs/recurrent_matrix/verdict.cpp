#include "labs/recurrent_matrix/verdict.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "num/inverse.h"
#include "num/matrix_chain.h"
#include "num/singular.h"

namespace laboratory::recurrent_matrix {
namespace {

// From what stands off the diagonal of the Schur form: a difference of squares would leave the root
// of what rounding does to them.
double departure(const num::Schur& s) {
  double sum = 0;
  for (int i = 0; i < s.size(); ++i)
    for (int j = i + 1; j < s.size(); ++j) {
      const double off = s.t.at(i, j);
      const double x = j == i + 1 && s.pair_at(i) ? std::fabs(off) - std::fabs(s.t.at(j, i)) : off;
      sum += x * x;
    }
  return std::sqrt(sum);
}

// 1 over the condition of an eigenvalue: |y^* x| of its eigenvectors of length 1, the left one as
// it is found, as the vector of W^T, which is the conjugate of y.
double meeting(const num::ComplexVector& left, const num::ComplexVector& right) {
  num::Complex sum;
  for (std::size_t i = 0; i < right.size(); ++i) {
    const num::Complex term = num::product(left[i], right[i]);
    sum.re += term.re, sum.im += term.im;
  }
  return num::modulus(sum);
}

// How far rounding may have moved an eigenvalue from the circle, on which matrices that people type
// may have one exactly. Where several meet, the bound would grow without end.
double reach(double norm, double meeting_of_vectors, int n) {
  constexpr double most = 1e-4;
  const double eps = std::numeric_limits<double>::epsilon();
  return std::min(most, 64 * n * eps * norm / std::max(meeting_of_vectors, eps));
}

// Whether powers of a matrix without an eigenvalue outside the circle grow all the same: a power of
// the number of steps for a defective eigenvalue on it.
bool creeps(const num::Matrix& w) {
  constexpr std::size_t half = 256;
  const std::vector<num::Matrix> steps(2 * half, w);
  const std::vector<double> logs = num::chain_course(steps).largest;
  const auto middle = logs.begin() + half;
  return *std::max_element(middle, logs.end()) > *std::max_element(logs.begin(), middle) + 0.4;
}

void judge(Character& c) {
  const Sides& s = c.sides;
  if (s.grows())
    c.verdict = s.below ? Verdict::both : Verdict::explodes;
  else
    c.verdict = s.on ? Verdict::neither : Verdict::vanishes;
  if (!s.on) return;
  if (s.creeping)
    c.note =
        "An eigenvalue on the unit circle lacks an eigenvector of its own: lengths grow like a "
        "power of T, not geometrically.";
  else if (s.above)
    c.note =
        "An eigenvalue lies on the unit circle: its direction keeps its length, while almost every "
        "other gradient explodes.";
  else if (s.below)
    c.note =
        "Nothing is outside the unit circle: some directions vanish, and one on the circle keeps "
        "its length.";
  else
    c.note = "All eigenvalues lie on the unit circle: no direction vanishes and none explodes.";
}

}  // namespace

Character character(const num::Matrix& w) {
  const num::Schur schur = num::real_schur(w);
  Character c{w, num::singular_values(w), num::eigenvalues_by(schur), {}};
  const int n = w.rows;
  c.left = num::eigenvectors(transposed(w), c.values);
  const std::vector<num::ComplexVector> right = num::eigenvectors(w, c.values);
  c.determinant = num::determinant(w);
  c.condition = num::condition(right);
  c.henrici = departure(schur);

  for (std::size_t k = 0; k < c.values.size(); ++k) {
    const double off = num::modulus(c.values[k]) - 1;
    const double slack = reach(num::norm(w.values), meeting(c.left[k], right[k]), n);
    c.side.push_back(off > slack ? 1 : off < -slack ? -1 : 0);
    (c.side[k] > 0 ? c.sides.above : c.side[k] < 0 ? c.sides.below : c.sides.on) = true;
  }
  c.sides.creeping = c.sides.on && !c.sides.above && creeps(w);
  judge(c);
  return c;
}

Verdict rule_verdict(const Character& c) {
  // Singular values that are 1 in the matrix are so within rounding.
  constexpr double slack = 1e-12;
  const bool above = c.singular.front() > 1 + slack, below = c.singular.back() < 1 - slack;
  return above ? (below ? Verdict::both : Verdict::explodes)
               : (c.singular.front() < 1 - slack ? Verdict::vanishes : Verdict::neither);
}

}  // namespace laboratory::recurrent_matrix
