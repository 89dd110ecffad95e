#include "num/inverse.h"

#include <cmath>
#include <utility>

namespace num {
namespace {

// Brings the row of the largest pivot of this column, at or below it, to its place. False where
// all are 0; `swapped` turns with each exchange.
bool pivot(Matrix& m, int col, bool& swapped, Matrix* along) {
  int best = col;
  for (int r = col + 1; r < m.rows; ++r)
    if (std::fabs(m.at(r, col)) > std::fabs(m.at(best, col))) best = r;
  if (m.at(best, col) == 0) return false;
  if (best == col) return true;
  swapped = !swapped;
  for (int j = 0; j < m.cols; ++j) {
    std::swap(m.at(col, j), m.at(best, j));
    if (along) std::swap(along->at(col, j), along->at(best, j));
  }
  return true;
}

}  // namespace

double determinant(const Matrix& m) {
  Matrix a = m;
  double product = 1;
  bool swapped = false;
  for (int k = 0; k < a.rows; ++k) {
    if (!pivot(a, k, swapped, nullptr)) return 0;
    product *= a.at(k, k);
    for (int r = k + 1; r < a.rows; ++r) {
      const double f = a.at(r, k) / a.at(k, k);
      for (int j = k; j < a.cols; ++j) a.at(r, j) -= f * a.at(k, j);
    }
  }
  return swapped ? -product : product;
}

std::optional<Matrix> inverse(const Matrix& m) {
  Matrix a = m, b = Matrix::identity(m.rows);
  bool swapped = false;
  for (int k = 0; k < a.rows; ++k) {
    if (!pivot(a, k, swapped, &b)) return std::nullopt;
    const double head = a.at(k, k);
    for (int j = 0; j < a.cols; ++j) a.at(k, j) /= head, b.at(k, j) /= head;
    for (int r = 0; r < a.rows; ++r) {
      const double f = a.at(r, k);
      if (r == k || f == 0) continue;
      for (int j = 0; j < a.cols; ++j) a.at(r, j) -= f * a.at(k, j), b.at(r, j) -= f * b.at(k, j);
    }
  }
  return b;
}

}  // namespace num
