// Twice the precision of a double, from plain doubles; the compiler must not contract or reorder.
#pragma once

namespace num {

// An unevaluated sum with |lo| at most about an ULP of hi: twice the precision of a double.
// T. J. Dekker, "A floating-point technique for extending the available precision" (1971).
struct Pair {
  double hi, lo;
};

// a + b, exactly.
inline Pair two_sum(double a, double b) {
  const double sum = a + b, part = sum - a;
  return {sum, (a - (sum - part)) + (b - part)};
}

// a b, exactly, for factors and product well inside the range of a double.
inline Pair two_product(double a, double b) {
  constexpr double split = 134217729;  // 2^27 + 1
  const double ta = split * a, a1 = ta - (ta - a), a2 = a - a1;
  const double tb = split * b, b1 = tb - (tb - b), b2 = b - b1;
  const double product = a * b;
  return {product, ((a1 * b1 - product) + a1 * b2 + a2 * b1) + a2 * b2};
}

// Sum and product to about 2^-102 relative, where the terms of a sum do not cancel.
inline Pair add(Pair a, Pair b) {
  const Pair s = two_sum(a.hi, b.hi);
  return two_sum(s.hi, s.lo + (a.lo + b.lo));
}

inline Pair multiply(Pair a, Pair b) {
  const Pair p = two_product(a.hi, b.hi);
  return two_sum(p.hi, p.lo + (a.hi * b.lo + a.lo * b.hi));
}

inline double collapse(Pair a) { return a.hi + a.lo; }

}  // namespace num
