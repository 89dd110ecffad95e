#include "num/complex.h"

#include <doctest/doctest.h>

using num::Complex;

TEST_CASE("products, conjugates and directions of complex numbers are those of algebra") {
  CHECK(num::product(Complex{1, 2}, Complex{3, -4}) == Complex{11, 2});
  CHECK(num::product(Complex{0, 1}, Complex{0, 1}) == Complex{-1, 0});
  CHECK(num::conjugate({1, 2}) == Complex{1, -2});
  // z times its conjugate is |z| squared.
  CHECK(num::product(Complex{3, 4}, num::conjugate({3, 4})) == Complex{25, 0});
  const Complex d = num::direction({-3, 4});
  CHECK(d.re == doctest::Approx(-0.6));
  CHECK(d.im == doctest::Approx(0.8));
}

TEST_CASE("a modulus does not overflow on its way, and that of 0 is 0") {
  CHECK(num::modulus({3e200, 4e200}) == doctest::Approx(5e200));
  CHECK(num::modulus({3e-200, -4e-200}) == doctest::Approx(5e-200));
  CHECK(num::modulus({0, 0}) == 0);
  CHECK(num::modulus({0, -7}) == 7);
}
