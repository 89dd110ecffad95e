#include "num/schur.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace num {
namespace {

constexpr double eps = std::numeric_limits<double>::epsilon();

// (x, y, z) -> (x, y, z) - v (f . (x, y, z)): a reflection over two or three neighbours.
struct Reflection {
  double v[3], f[3];
  int count;
};

// That which turns (p, q, r) to a multiple of its first; `count` entries of it.
Reflection reflection(double p, double q, double r, int count) {
  const double length = std::sqrt(p * p + q * q + r * r), s = p < 0 ? -length : length;
  const double head = p + s;
  return {{head / s, q / s, r / s}, {1, q / head, r / head}, count};
}

void reflect_rows(Matrix& m, const Reflection& h, int row, int from) {
  for (int j = from; j < m.cols; ++j) {
    double sum = 0;
    for (int k = 0; k < h.count; ++k) sum += h.f[k] * m.at(row + k, j);
    for (int k = 0; k < h.count; ++k) m.at(row + k, j) -= sum * h.v[k];
  }
}

void reflect_cols(Matrix& m, const Reflection& h, int col, int to) {
  for (int i = 0; i < to; ++i) {
    double sum = 0;
    for (int k = 0; k < h.count; ++k) sum += h.v[k] * m.at(i, col + k);
    for (int k = 0; k < h.count; ++k) m.at(i, col + k) -= sum * h.f[k];
  }
}

// Rows and columns i and i + 1 turned: t -> g^T t g, q -> q g with g = [[c, -s], [s, c]].
void rotate(Schur& w, int i, double c, double s) {
  for (int j = 0; j < w.size(); ++j) {
    const double x = w.t.at(i, j), y = w.t.at(i + 1, j);
    w.t.at(i, j) = c * x + s * y, w.t.at(i + 1, j) = c * y - s * x;
  }
  for (Matrix* m : {&w.t, &w.q})
    for (int k = 0; k < w.size(); ++k) {
      const double x = m->at(k, i), y = m->at(k, i + 1);
      m->at(k, i) = c * x + s * y, m->at(k, i + 1) = c * y - s * x;
    }
}

// Upper Hessenberg by reflections of whole columns.
void reduce(Schur& w) {
  const int n = w.size();
  for (int col = 0; col + 2 < n; ++col) {
    double scale = 0;
    for (int i = col + 1; i < n; ++i) scale += std::fabs(w.t.at(i, col));
    if (scale == 0) continue;
    std::vector<double> v(static_cast<std::size_t>(n));
    const auto at = [&v](int i) -> double& { return v[static_cast<std::size_t>(i)]; };
    double sum = 0;
    for (int i = col + 1; i < n; ++i) at(i) = w.t.at(i, col) / scale, sum += at(i) * at(i);
    const double length = at(col + 1) < 0 ? -std::sqrt(sum) : std::sqrt(sum);
    const double half = sum + length * at(col + 1);  // v . v / 2 below
    at(col + 1) += length;
    for (int j = 0; j < n; ++j) {
      double f = 0;
      for (int i = col + 1; i < n; ++i) f += at(i) * w.t.at(i, j);
      for (int i = col + 1; i < n; ++i) w.t.at(i, j) -= f / half * at(i);
    }
    for (Matrix* m : {&w.t, &w.q})
      for (int i = 0; i < n; ++i) {
        double f = 0;
        for (int j = col + 1; j < n; ++j) f += m->at(i, j) * at(j);
        for (int j = col + 1; j < n; ++j) m->at(i, j) -= f / half * at(j);
      }
    for (int i = col + 2; i < n; ++i) w.t.at(i, col) = 0;
  }
}

// A block of two rows becomes triangular where its eigenvalues are real, else of equal diagonal.
void settle_pair(Schur& w, int i) {
  const double a = w.t.at(i, i), b = w.t.at(i, i + 1), c = w.t.at(i + 1, i),
               d = w.t.at(i + 1, i + 1);
  if (c == 0) return;
  const double p = 0.5 * (a - d), disc = p * p + b * c;
  if (disc >= 0) {
    const double z = p < 0 ? p - std::sqrt(disc) : p + std::sqrt(disc);
    const double length = std::sqrt(z * z + c * c);
    rotate(w, i, z / length, c / length);
    w.t.at(i + 1, i) = 0;
    return;
  }
  const double m = 0.5 * (b + c), h = std::sqrt(p * p + m * m);
  if (h > 0) {
    const double side = m < 0 ? -1 : 1, twice_cosine = side * m / h, twice_sine = -side * p / h;
    const double cosine = std::sqrt(0.5 * (1 + twice_cosine));
    rotate(w, i, cosine, twice_sine / (2 * cosine));
  }
  const double middle = 0.5 * (w.t.at(i, i) + w.t.at(i + 1, i + 1));
  w.t.at(i, i) = w.t.at(i + 1, i + 1) = middle;
}

// The shifts of one double step: the two eigenvalues of [[y, .], [., x]] with product of the other
// two entries `w`.
struct Shifts {
  double x, y, w;
};

Shifts shifts(const Matrix& t, int last, int tries) {
  Shifts s{t.at(last, last), t.at(last - 1, last - 1), t.at(last, last - 1) * t.at(last - 1, last)};
  if (tries % 10 == 0) {  // out of a circle in which the usual ones run
    const double far = std::fabs(t.at(last, last - 1)) + std::fabs(t.at(last - 1, last - 2));
    s = {s.x + 0.75 * far, s.x + 0.75 * far, -0.4375 * far * far};
  }
  return s;
}

// One double step over the rows first .. last, at least three of them.
void francis_step(Schur& w, int first, int last, const Shifts& shift) {
  Matrix& t = w.t;
  double p = 0, q = 0, r = 0;
  int m = last - 2;
  for (;; --m) {
    const double z = t.at(m, m), x = shift.x - z, y = shift.y - z;
    p = (x * y - shift.w) / t.at(m + 1, m) + t.at(m, m + 1);
    q = t.at(m + 1, m + 1) - z - x - y;
    r = t.at(m + 2, m + 1);
    const double size = std::fabs(p) + std::fabs(q) + std::fabs(r);
    if (size > 0) p /= size, q /= size, r /= size;
    if (m == first) break;
    const double near =
        std::fabs(t.at(m - 1, m - 1)) + std::fabs(z) + std::fabs(t.at(m + 1, m + 1));
    if (std::fabs(t.at(m, m - 1)) * (std::fabs(q) + std::fabs(r)) < eps * std::fabs(p) * near)
      break;
  }
  for (int i = m + 2; i <= last; ++i)
    for (int j = std::max(i - 3, m); j <= i - 2; ++j) t.at(i, j) = 0;
  for (int k = m; k < last; ++k) {
    const int count = k + 1 < last ? 3 : 2;
    if (k > m) {
      p = t.at(k, k - 1), q = t.at(k + 1, k - 1), r = count == 3 ? t.at(k + 2, k - 1) : 0;
    }
    const double size = std::fabs(p) + std::fabs(q) + std::fabs(r);
    if (size == 0) continue;
    const Reflection h = reflection(p / size, q / size, count == 3 ? r / size : 0, count);
    // Before the first of them stands what is as good as 0 and changes its sign.
    if (k == m && m > first) t.at(m, m - 1) = -t.at(m, m - 1);
    reflect_rows(t, h, k, k > m ? k - 1 : k);
    reflect_cols(t, h, k, std::min(last, k + 3) + 1);
    reflect_cols(w.q, h, k, w.size());
    for (int i = k + 1; k > m && i < k + count; ++i) t.at(i, k - 1) = 0;
  }
}

// The first row of the part that ends at `last` and has no small entry below its diagonal; a small
// one becomes 0.
int part_start(Matrix& t, int last, double norm) {
  for (int i = last; i > 0; --i) {
    double near = std::fabs(t.at(i - 1, i - 1)) + std::fabs(t.at(i, i));
    if (near == 0) near = norm;
    if (std::fabs(t.at(i, i - 1)) > eps * near) continue;
    t.at(i, i - 1) = 0;
    return i;
  }
  return 0;
}

}  // namespace

Complex Schur::eigenvalue(int row) const {
  if (pair_at(row))
    return {t.at(row, row),
            std::sqrt(std::fabs(t.at(row, row + 1))) * std::sqrt(std::fabs(t.at(row + 1, row)))};
  if (row > 0 && pair_at(row - 1)) {
    const Complex above = eigenvalue(row - 1);
    return {above.re, -above.im};
  }
  return {t.at(row, row), 0};
}

Schur real_schur(const Matrix& m) {
  const int n = m.rows;
  Schur w{Matrix::identity(n), m};
  double norm = 0;
  for (const double x : m.values) norm += std::fabs(x);
  reduce(w);
  // A step takes a row or two off; thirty without one do not occur, and then the smallest entry
  // below the diagonal is as good as 0.
  constexpr int most_tries = 300;
  int tries = 0;
  for (int last = n - 1; last >= 0;) {
    const int first = part_start(w.t, last, norm);
    if (first + 1 >= last) {
      if (first < last) settle_pair(w, first);
      last = first - 1;
      tries = 0;
    } else if (++tries > most_tries) {
      w.t.at(last, last - 1) = 0;
    } else {
      francis_step(w, first, last, shifts(w.t, last, tries));
    }
  }
  return w;
}

std::vector<int> by_modulus(const Schur& s) {
  std::vector<int> rows(static_cast<std::size_t>(s.size()));
  std::iota(rows.begin(), rows.end(), 0);
  std::stable_sort(rows.begin(), rows.end(), [&s](int a, int b) {
    const Complex x = s.eigenvalue(a), y = s.eigenvalue(b);
    const double far = modulus(x), near = modulus(y);
    if (far != near) return far > near;
    return x.re > y.re;
  });
  return rows;
}

std::vector<Complex> eigenvalues_by(const Schur& s) {
  std::vector<Complex> all;
  for (const int row : by_modulus(s)) all.push_back(s.eigenvalue(row));
  return all;
}

std::vector<Complex> eigenvalues(const Matrix& m) { return eigenvalues_by(real_schur(m)); }

}  // namespace num
