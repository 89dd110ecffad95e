#include "num/eigenvectors.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "num/singular.h"

namespace num {
namespace {

// A complex matrix x + i y as the real one [[x, -y], [y, x]], with each singular value twice.
Matrix real_image(const Matrix& x, const Matrix& y) {
  Matrix m = Matrix::zero(2 * x.rows, 2 * x.cols);
  for (int i = 0; i < x.rows; ++i)
    for (int j = 0; j < x.cols; ++j) {
      m.at(i, j) = m.at(x.rows + i, x.cols + j) = x.at(i, j);
      m.at(x.rows + i, j) = y.at(i, j);
      m.at(i, x.cols + j) = -y.at(i, j);
    }
  return m;
}

// z I - m, real where z is.
Matrix shifted(const Matrix& m, Complex z) {
  Matrix x = m, y = Matrix::zero(m.rows, m.cols);
  for (double& entry : x.values) entry = -entry;
  for (int i = 0; i < m.rows; ++i) x.at(i, i) += z.re, y.at(i, i) = z.im;
  return z.im == 0 ? x : real_image(x, y);
}

// Column `col` of v, as the complex vector that it stands for.
ComplexVector column(const Matrix& v, int col, int n) {
  ComplexVector all;
  for (int i = 0; i < n; ++i) all.push_back({v.at(i, col), v.rows > n ? v.at(n + i, col) : 0});
  return all;
}

void turn_to_real(ComplexVector& v) {
  std::size_t top = 0;
  for (std::size_t i = 1; i < v.size(); ++i)
    if (modulus(v[i]) > modulus(v[top]) * (1 + 1e-12)) top = i;
  const Complex back = conjugate(direction(v[top]));
  for (Complex& x : v) x = product(x, back);
  v[top].im = 0;
}

}  // namespace

std::vector<ComplexVector> eigenvectors(const Matrix& m, const std::vector<Complex>& values) {
  const int n = m.rows;
  double size = 0;
  for (const double x : m.values) size = std::max(size, std::fabs(x));
  std::vector<ComplexVector> all;
  for (std::size_t k = 0; k < values.size(); ++k) {
    const Complex z = values[k];
    if (z.im < 0) {
      ComplexVector v = all.back();
      for (Complex& x : v) x = conjugate(x);
      all.push_back(std::move(v));
      continue;
    }
    // How many of those before are this one again.
    constexpr double same = 1e-12;
    int earlier = 0;
    for (std::size_t j = 0; j < k; ++j)
      earlier += modulus({values[j].re - z.re, values[j].im - z.im}) <= same * size;
    const Singular s = singular(shifted(m, z));
    const int each = z.im == 0 ? 1 : 2, last = static_cast<int>(s.values.size()) - 1;
    const auto null = [&](int back) {
      return s.values[static_cast<std::size_t>(last - each * back)] <= 1e-10 * size;
    };
    while (earlier > 0 && (each * earlier > last || !null(earlier))) --earlier;
    ComplexVector v = column(s.v, last - each * earlier, n);
    turn_to_real(v);
    all.push_back(std::move(v));
  }
  return all;
}

double condition(const std::vector<ComplexVector>& vectors) {
  const int n = static_cast<int>(vectors.size());
  Matrix x = Matrix::zero(n, n), y = x;
  for (int j = 0; j < n; ++j)
    for (int i = 0; i < n; ++i) {
      const Complex z = vectors[static_cast<std::size_t>(j)][static_cast<std::size_t>(i)];
      x.at(i, j) = z.re, y.at(i, j) = z.im;
    }
  const std::vector<double> values = singular_values(real_image(x, y));
  return values.back() > 0 ? values.front() / values.back()
                           : std::numeric_limits<double>::infinity();
}

double distance_to_spectrum(const Matrix& m, Complex z) {
  return singular_values(shifted(m, z)).back();
}

}  // namespace num
