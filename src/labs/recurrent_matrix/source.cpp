#include "labs/recurrent_matrix/source.h"

#include <cmath>

#include "lab/digits.h"
#include "num/elementary.h"
#include "num/rng.h"
#include "num/singular.h"

namespace laboratory::recurrent_matrix {
namespace {

using num::Matrix;

Matrix rounded_normal(num::Rng& rng, double spread) {
  Matrix m = Matrix::zero(3, 3);
  for (double& x : m.values) x = std::round(100 * spread * rng.normal()) / 100;
  return m;
}

// What the largest or the smallest singular value suggests and the eigenvalues refute.
bool found(const Matrix& m, Origin wanted) {
  const std::vector<double> s = num::singular_values(m);
  const std::vector<num::Complex> z = num::eigenvalues(m);
  if (wanted == Origin::calm) return s.front() >= 1.5 && num::modulus(z.front()) <= 0.9;
  return s.back() <= 0.5 && num::modulus(z.back()) >= 1.1;
}

Source drawn(const Params& p) {
  num::Rng rng(static_cast<std::uint64_t>(p.seed), /*purpose=*/1);
  if (p.origin == Origin::random) return {rounded_normal(rng, 0.8)};
  constexpr int most_tries = 20000;
  const double spread = p.origin == Origin::calm ? 0.7 : 1.5;
  for (int tries = 1; tries <= most_tries; ++tries) {
    Matrix m = rounded_normal(rng, spread);
    if (found(m, p.origin)) return {std::move(m), tries};
  }
  return {{}, most_tries, "No such matrix came up. Choose another seed.", "seed"};
}

Source given(const Params& p) {
  switch (p.origin) {
    case Origin::own:
      if (p.W.rows == p.W.cols) return {{p.W.rows, p.W.cols, p.W.values}};
      return {{},
              0,
              "W takes a state to the next one, so it has as many rows as columns; this one has " +
                  lab::counted(p.W.rows, "row", "rows") + " and " +
                  lab::counted(p.W.cols, "column", "columns") + ".",
              "W"};
    case Origin::shear:
      return {{2, 2, {0.5, 4, 0, 0.6}}};
    case Origin::swap:
      return {{2, 2, {0, 2.5, 0.5, 0}}};
    case Origin::rotation:
      return {{3, 3, {0.6, -0.8, 0, 0.8, 0.6, 0, 0, 0, 1}}};
    case Origin::jordan:
      return {{3, 3, {0.95, 1, 0, 0, 0.95, 1, 0, 0, 0.95}}};
    case Origin::random:
    case Origin::calm:
    case Origin::wild:
      break;
  }
  return drawn(p);
}

// Rows of the form whose eigenvalues stand for all of them.
std::vector<int> upper_rows(const num::Schur& s) {
  std::vector<int> rows;
  for (const int row : by_modulus(s))
    if (s.eigenvalue(row).im >= 0) rows.push_back(row);
  return rows;
}

Matrix composed(const num::Schur& s) { return product(product(s.q, s.t), transposed(s.q)); }

}  // namespace

std::vector<num::Complex> upper_eigenvalues(const num::Schur& s) {
  std::vector<num::Complex> all;
  for (const int row : upper_rows(s)) all.push_back(s.eigenvalue(row));
  return all;
}

Matrix with_eigenvalues(num::Schur s, const std::vector<num::Complex>& values) {
  const std::vector<int> rows = upper_rows(s);
  for (std::size_t k = 0; k < rows.size(); ++k) {
    const int i = rows[k];
    s.t.at(i, i) = values[k].re;
    if (s.eigenvalue(i).im == 0) continue;
    const double factor = std::fabs(values[k].im) / s.eigenvalue(i).im;
    s.t.at(i + 1, i + 1) = values[k].re;
    s.t.at(i, i + 1) *= factor, s.t.at(i + 1, i) *= factor;
  }
  return composed(s);
}

Matrix towards_normal(num::Schur s, double way) {
  for (int i = 0; i < s.size(); ++i) {
    const bool pair = s.pair_at(i);
    // Of a pair the two entries come to one size, their product as it was.
    double& b = s.t.at(i, i + 1 < s.size() ? i + 1 : i);
    if (pair) {
      double& c = s.t.at(i + 1, i);
      const double ratio = num::pow(std::fabs(c / b), 0.5 * way);
      b *= ratio, c /= ratio;
    }
    for (int j = i + (pair ? 2 : 1); j < s.size(); ++j) s.t.at(i, j) *= 1 - way;
    if (!pair) continue;
    for (int j = i + 2; j < s.size(); ++j) s.t.at(i + 1, j) *= 1 - way;
    ++i;
  }
  return composed(s);
}

Source source(const Params& p) {
  Source from = given(p);
  if (!from.square()) return from;
  if (!p.eigenvalues.empty()) {
    const num::Schur s = num::real_schur(from.matrix);
    const std::vector<num::Complex> own = upper_eigenvalues(s);
    if (p.eigenvalues.rows != static_cast<int>(own.size()) || p.eigenvalues.cols != 2)
      return {{},
              0,
              "This matrix has " + std::to_string(own.size()) +
                  " eigenvalues on and above the real axis: a row of two numbers for each, real "
                  "and imaginary part.",
              "eigenvalues"};
    std::vector<num::Complex> moved;
    for (int i = 0; i < p.eigenvalues.rows; ++i)
      moved.push_back({p.eigenvalues.at(i, 0), p.eigenvalues.at(i, 1)});
    from.matrix = with_eigenvalues(s, moved);
  }
  if (p.normal > 0) from.matrix = towards_normal(num::real_schur(from.matrix), p.normal);
  return from;
}

}  // namespace laboratory::recurrent_matrix
