#include "num/elementary.h"

#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

#include "num/pair.h"

namespace num {
namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

// 2^k, k in -1022 .. 1023.
double power_of_two(int k) {
  const auto bits = static_cast<std::uint64_t>(k + 1023) << 52;
  double x;
  std::memcpy(&x, &bits, sizeof x);
  return x;
}

// x 2^k, rounded at most once, |k| <= 2044.
double scaled(double x, int k) {
  const int half = k / 2;
  return x * power_of_two(half) * power_of_two(k - half);
}

double nearest_whole(double x) { return std::floor(x + 0.5); }

// log 2: `ln2_top` has 41 bits, so that its product with an exponent is exact.
constexpr double ln2_top = 0x1.62e42fefa3p-1, ln2_rest = 0x1.3de6af278ece6p-42;
constexpr Pair inverse_ln2 = {0x1.71547652b82fep+0, 0x1.777d0ffda0d24p-56};
constexpr Pair inverse_ln10 = {0x1.bcb7b1526e50ep-2, 0x1.95355baaafad3p-57};

// c[0] + x (c[1] + x (...)).
template <int n>
double polynomial(const double (&c)[n], double x) {
  double sum = c[n - 1];
  for (int i = n - 2; i >= 0; --i) sum = sum * x + c[i];
  return sum;
}

// (exp(r) - 1 - r) / r^2 for |r| <= log(2) / 2, Taylor.
constexpr double exp_tail[] = {1.0 / 2,          1.0 / 6,        1.0 / 24,        1.0 / 120,
                               1.0 / 720,        1.0 / 5040,     1.0 / 40320,     1.0 / 362880,
                               1.0 / 3628800,    1.0 / 39916800, 1.0 / 479001600, 1.0 / 6227020800,
                               1.0 / 87178291200};

// exp(x) = value 2^k, value in about [0.7, 1.42]. |x| <= 800.
struct Scaled {
  Pair value;
  int k;
};
Scaled exp_pair(Pair x) {
  const double k = nearest_whole(x.hi * inverse_ln2.hi);
  const Pair r = two_sum(x.hi - k * ln2_top, x.lo - k * ln2_rest);
  const double one_r = 1 + r.hi;
  const double rest =
      ((1 - one_r) + r.hi) + (r.lo * one_r + r.hi * r.hi * polynomial(exp_tail, r.hi));
  return {{one_r, rest}, static_cast<int>(k)};
}

// The terms from s^6 on in the series of artanh(s) / s, as a polynomial in s^2.
constexpr double artanh_tail[] = {1.0 / 7,  1.0 / 9,  1.0 / 11, 1.0 / 13, 1.0 / 15, 1.0 / 17,
                                  1.0 / 19, 1.0 / 21, 1.0 / 23, 1.0 / 25, 1.0 / 27};
constexpr Pair third = {0x1.5555555555555p-2, 0x1.5555555555555p-56};
constexpr Pair fifth = {0x1.999999999999ap-3, -0x1.999999999999ap-57};

// x = mantissa 2^k, mantissa in [sqrt(1/2), sqrt 2); x positive and finite.
struct Split {
  double mantissa;
  int k;
};
Split split(double x) {
  int k = 0;
  if (x < std::numeric_limits<double>::min()) x *= 0x1p54, k = -54;
  std::uint64_t bits;
  std::memcpy(&bits, &x, sizeof bits);
  k += static_cast<int>(bits >> 52) - 1023;
  bits = (bits & 0xfffffffffffffu) | 0x3ff0000000000000u;
  std::memcpy(&x, &bits, sizeof x);
  return x < 1.4142135623730951 ? Split{x, k} : Split{x / 2, k + 1};
}

// log of a mantissa to about 2^-66 relative: 2 artanh(s), s = (m - 1) / (m + 1).
Pair log_of_mantissa(double m) {
  const double above = m - 1;  // exact
  const Pair below = two_sum(m, 1);
  const double s = above / below.hi;
  const Pair back = two_product(s, below.hi);
  const Pair quotient = {s, ((above - back.hi) - back.lo - s * below.lo) / below.hi};
  const Pair square = multiply(quotient, quotient);
  Pair series = add(fifth, {square.hi * polynomial(artanh_tail, square.hi), 0});
  series = multiply(square, add(third, multiply(square, series)));
  const Pair half = add(quotient, multiply(quotient, series));
  return {2 * half.hi, 2 * half.lo};
}

// log of a positive finite x.
Pair log_pair(double x) {
  const Split part = split(x);
  const Pair whole = {part.k * ln2_top, part.k * ln2_rest};
  return add(whole, log_of_mantissa(part.mantissa));
}

// What log, log2 and log10 share: everything but a positive finite x.
bool has_log(double x) { return x > 0 && x < inf; }
double log_of_special(double x) { return x == 0 ? -inf : x == inf ? inf : undefined; }

// An angle less its nearest multiple of pi/2: x = quarter pi/2 + rest.
struct Angle {
  Pair rest;
  int quarter;  // modulo 4
};
Angle reduced(double x) {
  // pi/2 in pieces of 33 bits, so that their products with a quarter up to 2^20 are exact.
  constexpr double piece[] = {0x1.921fb544p+0, 0x1.0b4611a6p-34, 0x1.3198a2ep-69,
                              0x1.b839a252049c1p-104};
  const double n = nearest_whole(x * 0x1.45f306dc9c883p-1);
  Pair rest = two_sum(x - n * piece[0], -n * piece[1]);
  rest = add(rest, two_sum(-n * piece[2], -n * piece[3]));
  return {rest, static_cast<int>(n) & 3};
}

// (sin(r) / r - 1) / r^2 and (cos(r) - 1 + r^2 / 2) / r^4 as polynomials in r^2, Taylor.
constexpr double sin_tail[] = {
    -1.0 / 6,        1.0 / 120,        -1.0 / 5040,          1.0 / 362880,
    -1.0 / 39916800, 1.0 / 6227020800, -1.0 / 1307674368000, 1.0 / 355687428096000};
constexpr double cos_tail[] = {
    1.0 / 24,        -1.0 / 720,         1.0 / 40320,          -1.0 / 3628800,
    1.0 / 479001600, -1.0 / 87178291200, 1.0 / 20922789888000, -1.0 / 6402373705728000};

double sin_of_rest(Pair r) {
  const double square = r.hi * r.hi;
  return r.hi + (r.lo * (1 - square / 2) + r.hi * square * polynomial(sin_tail, square));
}

double cos_of_rest(Pair r) {
  const Pair square = two_product(r.hi, r.hi);
  const double top = 1 - square.hi / 2;
  const double rest = ((1 - top) - square.hi / 2) - square.lo / 2 - r.hi * r.lo;
  return top + (rest + square.hi * square.hi * polynomial(cos_tail, square.hi));
}

// sin(x + quarters pi/2).
double sin_after(double x, int quarters) {
  if (!(std::fabs(x) <= 0x1p20)) return undefined;
  const Angle angle = reduced(x);
  const int quarter = (angle.quarter + quarters) & 3;
  const double value = quarter % 2 == 0 ? sin_of_rest(angle.rest) : cos_of_rest(angle.rest);
  return quarter < 2 ? value : -value;
}

bool is_whole(double y) { return std::floor(y) == y; }
bool is_odd(double y) { return is_whole(y) && std::fabs(y) < 0x1p53 && std::fmod(y, 2) != 0; }

// |x|^y for x in {0, inf} or y infinite; x and y are not NaN, x is not 1 and y is not 0.
double pow_of_special(double x, double y) {
  if (std::fabs(y) == inf) return x == 1 ? 1 : (x > 1) == (y > 0) ? inf : 0;
  return (x == 0) == (y > 0) ? 0 : inf;
}

}  // namespace

double exp(double x) {
  if (x != x) return x;
  if (x > 710) return inf;
  if (x < -746) return 0;
  const Scaled e = exp_pair({x, 0});
  return scaled(collapse(e.value), e.k);
}

double log(double x) { return has_log(x) ? collapse(log_pair(x)) : log_of_special(x); }

double log1p(double x) {
  if (!(x > -1) || x == inf || x == 0) return x == 0 ? x : log_of_special(1 + x);
  // What the sum u loses, r, is worth its share: log(u + r) = log u + q - q^2 / 2 with q = r / u,
  // which is r - r (u - 1) / u.
  const Pair sum = two_sum(1, x);
  const double u = sum.hi, r = sum.lo, q = r / u;
  return collapse(add(log_pair(u), {r, -r * ((u - 1) / u) - q * q / 2}));
}

double log2(double x) {
  if (!has_log(x)) return log_of_special(x);
  const Split part = split(x);
  const Pair fraction = multiply(log_of_mantissa(part.mantissa), inverse_ln2);
  return collapse(add({static_cast<double>(part.k), 0}, fraction));
}

double log10(double x) {
  return has_log(x) ? collapse(multiply(log_pair(x), inverse_ln10)) : log_of_special(x);
}

double sin(double x) { return std::fabs(x) < 0x1p-27 ? x : sin_after(x, 0); }

double cos(double x) { return sin_after(x, 1); }

double tanh(double x) {
  const double size = std::fabs(x);
  if (x != x || size < 0x1p-28) return x;
  double value = 1;
  if (size < 0.17) {  // exp(2 size) - 1 without the cancellation
    const double r = 2 * size, grown = r + r * r * polynomial(exp_tail, r);
    value = grown / (grown + 2);
  } else if (size < 20) {
    const Scaled e = exp_pair({2 * size, 0});
    const double scale = power_of_two(e.k);
    const double hi = e.value.hi * scale, lo = e.value.lo * scale;
    value = ((hi - 1) + lo) / ((hi + 1) + lo);
  }
  return x < 0 ? -value : value;
}

double pow(double x, double y) {
  if (y == 0 || x == 1) return 1;
  if (x != x || y != y) return undefined;
  if (x < 0 && !is_whole(y)) return x == -inf ? (y > 0 ? inf : 0) : undefined;
  const double sign = std::signbit(x) && is_odd(y) ? -1 : 1;
  const double size = std::fabs(x);
  if (size == 0 || size == inf || std::fabs(y) == inf) return sign * pow_of_special(size, y);

  const Pair l = log_pair(size);
  if (y * l.hi > 710) return sign * inf;
  if (y * l.hi < -746) return sign * 0;
  const Pair top = two_product(y, l.hi);
  const Scaled e = exp_pair(two_sum(top.hi, top.lo + y * l.lo));
  return sign * scaled(collapse(e.value), e.k);
}

}  // namespace num
