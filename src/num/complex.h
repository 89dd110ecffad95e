// Complex numbers of doubles with + - * / and square roots in a fixed order: quotients of
// std::complex differ between runtimes.
#pragma once

#include <vector>

namespace num {

struct Complex {
  double re = 0, im = 0;
  bool operator==(const Complex&) const = default;
};

// |z|, without overflow on the way.
double modulus(Complex z);

inline Complex conjugate(Complex z) { return {z.re, -z.im}; }
inline Complex product(Complex a, Complex b) {
  return {a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re};
}
// z / |z|, for z other than 0.
inline Complex direction(Complex z) {
  const double size = modulus(z);
  return {z.re / size, z.im / size};
}

using ComplexVector = std::vector<Complex>;

}  // namespace num
