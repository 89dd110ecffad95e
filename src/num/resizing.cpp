#include "num/resizing.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <span>

#include "num/elementary.h"
#include "num/inverse.h"

namespace num {
namespace {

// Keys, "Cubic convolution interpolation for digital image processing" (1981), equation 15.
double cubic(double t) {
  t = std::fabs(t);
  if (t < 1) return (1.5 * t - 2.5) * t * t + 1;
  if (t < 2) return ((-0.5 * t + 2.5) * t - 4) * t + 2;
  return 0;
}

double covered(int in, int out, int o, int i) {
  const double from = static_cast<double>(o) * in / out, to = static_cast<double>(o + 1) * in / out;
  return std::max(0.0, std::min(to, i + 1.0) - std::max(from, static_cast<double>(i)));
}

// A kernel around the centre of each new cell, over the old cells and what is repeated past the
// rim.
template <class Kernel>
Matrix sampled(int in, int out, double reach, Kernel kernel) {
  Matrix w = Matrix::zero(out, in);
  for (int o = 0; o < out; ++o) {
    const double centre = (o + 0.5) * in / out - 0.5;
    const int first = static_cast<int>(std::ceil(centre - reach));
    const int last = static_cast<int>(std::floor(centre + reach));
    double sum = 0;
    for (int i = first; i <= last; ++i) {
      const double weight = kernel(i - centre);
      w.at(o, std::clamp(i, 0, in - 1)) += weight;
      sum += weight;
    }
    for (double& x : w.row(o)) x /= sum;
  }
  return w;
}

// The weights of a row from the first that is not 0 to the last.
struct Reach {
  int begin, end;
};
Reach reach_of(std::span<const double> row) {
  int begin = 0, end = static_cast<int>(row.size());
  while (begin < end && row[static_cast<std::size_t>(begin)] == 0) ++begin;
  while (end > begin && row[static_cast<std::size_t>(end - 1)] == 0) --end;
  return {begin, end};
}

}  // namespace

Matrix resizing(Resampling how, int in, int out) {
  assert(in >= 1 && out >= 1);
  const double wide = std::max(1.0, static_cast<double>(in) / out);  // a new cell, in old ones
  if (how == Resampling::bicubic)
    return sampled(in, out, 2 * wide, [wide](double t) { return cubic(t / wide); });
  if (how == Resampling::gaussian) {
    assert(out <= in);
    const double spread = 0.5 * wide;
    return sampled(in, out, 3 * spread,
                   [spread](double t) { return exp(-t * t / (2 * spread * spread)); });
  }
  Matrix w = Matrix::zero(out, in);
  for (int o = 0; o < out; ++o)
    for (int i = 0; i < in; ++i) w.at(o, i) = covered(in, out, o, i) * out / in;
  return w;
}

Matrix least_preimage(const Matrix& w) {
  const std::optional<Matrix> inner = inverse(product(w, transposed(w)));
  return inner ? product(transposed(w), *inner) : Matrix{};
}

// Sums in the order of `product`, without the zeros around the weights of each new cell: what they
// multiply is finite, so each of them would add 0.
Matrix resized(const Matrix& plane, const Matrix& down, const Matrix& across) {
  assert(down.cols == plane.rows && across.cols == plane.cols);
  Matrix half = Matrix::zero(down.rows, plane.cols);
  for (int i = 0; i < down.rows; ++i) {
    const Reach reach = reach_of(down.row(i));
    for (int k = reach.begin; k < reach.end; ++k)
      for (int j = 0; j < plane.cols; ++j) half.at(i, j) += down.at(i, k) * plane.at(k, j);
  }
  Matrix whole = Matrix::zero(down.rows, across.rows);
  for (int j = 0; j < across.rows; ++j) {
    const Reach reach = reach_of(across.row(j));
    for (int i = 0; i < down.rows; ++i) {
      double sum = 0;
      for (int k = reach.begin; k < reach.end; ++k) sum += half.at(i, k) * across.at(j, k);
      whole.at(i, j) = sum;
    }
  }
  return whole;
}

}  // namespace num
