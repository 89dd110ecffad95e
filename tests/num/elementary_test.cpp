#include "num/elementary.h"

#include <doctest/doctest.h>

#include <cfloat>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <limits>

#include "thinning.h"

namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr double smallest = std::numeric_limits<double>::denorm_min();

// Errors are measured where the C library's long double functions are better than its double ones.
// Elsewhere (musl's, for wasm) the hash below ties the results to those that were measured.
constexpr int points = LDBL_MANT_DIG == 64 ? 1000000 : 0;

// Points without the project's own generator, which itself needs num::log.
class Spread {
 public:
  double between(double low, double high) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return low + (high - low) * static_cast<double>(state_ >> 11) * 0x1p-53;
  }
  double positive() {  // any positive finite double, each exponent as likely as the next
    const double mantissa = between(1, 2);
    return std::ldexp(mantissa, static_cast<int>(between(-1074, 1023.999)));
  }

 private:
  std::uint64_t state_ = 12345;
};

// |got - want| in units in the last place of `want`.
double ulps(double got, long double want) {
  static_assert(LDBL_MANT_DIG >= 64, "the reference needs more than a double");
  const double rounded = static_cast<double>(want);
  if (std::isinf(rounded)) return got == rounded ? 0 : inf;
  const double size = std::fabs(rounded);
  const double unit = size < DBL_MIN ? smallest : std::ldexp(1.0, std::ilogb(size) - 52);
  return static_cast<double>(std::fabs(static_cast<long double>(got) - want) / unit);
}

template <class Draw, class Ours, class Reference>
double worst(Draw draw, Ours ours, Reference reference) {
  Spread spread;
  tests::Thinned thinned;
  double worst_ulps = 0;
  for (int i = 0; i < points; ++i) {
    const double x = draw(spread);
    if (!thinned.tries()) continue;
    const double error = ulps(ours(x), reference(static_cast<long double>(x)));
    if (!(error <= worst_ulps)) worst_ulps = error;
  }
  return worst_ulps;
}

bool same(double a, double b) {
  return (std::isnan(a) && std::isnan(b)) || (a == b && std::signbit(a) == std::signbit(b));
}

// Where every correct pow gives the same: no rounding is involved.
bool power_is_special(double x, double y) {
  const double power = std::pow(x, y);
  return !std::isnormal(x) || !std::isnormal(y) || !std::isnormal(power) || std::fabs(x) == 1;
}

}  // namespace

TEST_CASE("exp is within the stated error over its whole range") {
  const auto reference = [](long double x) { return std::exp(x); };
  CHECK(worst([](Spread& s) { return s.between(-708, 709.7); }, num::exp, reference) <= 0.62);
  CHECK(worst([](Spread& s) { return s.between(-1, 1); }, num::exp, reference) <= 0.62);
  CHECK(worst([](Spread& s) { return s.between(-746, -708); }, num::exp, reference) <= 0.77);
}

TEST_CASE(
    "the logarithms are within the stated error, denormals and the neighbours of 1 included") {
  const auto wide = [](Spread& s) { return s.positive(); };
  const auto near_one = [](Spread& s) { return s.between(0.5, 2); };
  const auto nearest_one = [](Spread& s) { return 1 + s.between(-1e-6, 1e-6); };
  const auto ln = [](long double x) { return std::log(x); };
  CHECK(worst(wide, num::log, ln) <= 0.51);
  CHECK(worst(near_one, num::log, ln) <= 0.51);
  CHECK(worst(nearest_one, num::log, ln) <= 0.51);
  const auto tiny = [](Spread& s) { return s.positive(); };
  const auto around_zero = [](Spread& s) { return s.between(-0.99, 3); };
  const auto nearest_zero = [](Spread& s) { return s.between(-1e-9, 1e-9); };
  const auto ln_1p = [](long double x) { return std::log1p(x); };
  CHECK(worst(tiny, num::log1p, ln_1p) <= 0.53);
  CHECK(worst(around_zero, num::log1p, ln_1p) <= 0.53);
  CHECK(worst(nearest_zero, num::log1p, ln_1p) <= 0.53);
  const auto binary = [](long double x) { return std::log2(x); };
  CHECK(worst(wide, num::log2, binary) <= 0.51);
  CHECK(worst(near_one, num::log2, binary) <= 0.51);
  const auto decimal = [](long double x) { return std::log10(x); };
  CHECK(worst(wide, num::log10, decimal) <= 0.51);
  CHECK(worst(near_one, num::log10, decimal) <= 0.51);
}

TEST_CASE("sin and cos are within the stated error up to a million") {
  const auto sine = [](long double x) { return std::sin(x); };
  const auto cosine = [](long double x) { return std::cos(x); };
  for (const double reach : {1.0, 10.0, 1e3, 0x1p20}) {
    CAPTURE(reach);
    const auto draw = [reach](Spread& s) { return s.between(-reach, reach); };
    CHECK(worst(draw, num::sin, sine) <= 0.8);
    CHECK(worst(draw, num::cos, cosine) <= 0.8);
  }
  if (points == 0) return;
  const double pi = 3.141592653589793;  // near its multiples the value is all remainder
  for (int k = 1; k < 300000; k += 997) {
    CAPTURE(k);
    CHECK(ulps(num::sin(k * pi), std::sin(static_cast<long double>(k * pi))) <= 0.8);
  }
}

TEST_CASE("tanh is within the stated error") {
  const auto reference = [](long double x) { return std::tanh(x); };
  for (const double reach : {1e-3, 0.5, 5.0, 25.0}) {
    CAPTURE(reach);
    CHECK(worst([reach](Spread& s) { return s.between(-reach, reach); }, num::tanh, reference) <=
          2.7);
  }
}

TEST_CASE("pow is within the stated error and exact where the result is a double") {
  Spread spread;
  double worst_ulps = 0;
  for (int i = 0; i < points; ++i) {
    const double x = spread.positive();
    const double y = spread.between(-700, 700) / std::fmax(std::fabs(std::log(x)), 1e-3);
    const double error =
        ulps(num::pow(x, y), std::pow(static_cast<long double>(x), static_cast<long double>(y)));
    if (!(error <= worst_ulps)) worst_ulps = error;
  }
  CHECK(worst_ulps <= 0.65);

  for (int base = -30; base <= 30; ++base) {
    double product = 1;
    for (int n = 0; n <= 10; ++n, product *= base) {
      CAPTURE(base);
      CAPTURE(n);
      if (std::fabs(product) < 0x1p53) CHECK(num::pow(base, n) == product);
    }
  }
  for (int k = -1074; k <= 1023; ++k) CHECK(num::pow(2, k) == std::ldexp(1.0, k));
  CHECK(num::pow(2.25, 0.5) == 1.5);
  CHECK(num::pow(10, -3) == 1e-3);
}

TEST_CASE("logarithms of whole powers are whole") {
  for (int k = -1074; k <= 1023; ++k) CHECK(num::log2(std::ldexp(1.0, k)) == k);
  double power = 1;
  for (int k = 0; k <= 22; ++k, power *= 10) CHECK(num::log10(power) == k);
}

TEST_CASE("the values that the exercises quote come out to the last digit") {
  CHECK(num::log(10) == 2.302585092994046);
  CHECK(num::log(250) == 5.521460917862246);
  CHECK(num::log(2) == 0.6931471805599453);
  CHECK(num::exp(1) == 2.718281828459045);
  CHECK(num::exp(0) == 1);
  CHECK(num::sin(0.5235987755982988) == 0.49999999999999994);
}

TEST_CASE("special arguments give what the C standard says") {
  for (const double x : {0.0, -0.0, 1.0, -1.0, inf, -inf, undefined, smallest, -smallest, 1e-300,
                         -1e-300, DBL_MAX, -DBL_MAX, 710.0, -750.0}) {
    CAPTURE(x);
    CHECK(same(num::exp(x), std::exp(x)));
    CHECK(same(num::log(x), std::log(x)));
    CHECK(same(num::log1p(x), std::log1p(x)));
    CHECK(same(num::log2(x), std::log2(x)));
    CHECK(same(num::log10(x), std::log10(x)));
    CHECK(same(num::tanh(x), std::tanh(x)));
    for (const double y : {0.0, -0.0, 1.0, -1.0, 2.0, -2.0, 3.0, -3.0, 0.5, -0.5, inf, -inf,
                           undefined, 1e300, -1e300, 1e-300, 9007199254740993.0}) {
      CAPTURE(y);
      if (power_is_special(x, y)) CHECK(same(num::pow(x, y), std::pow(x, y)));
    }
  }
  CHECK(same(num::sin(-0.0), -0.0));
  CHECK(num::cos(0) == 1);
  for (const double x : {inf, -inf, undefined, 0x1.1p20}) {
    CHECK(std::isnan(num::sin(x)));
    CHECK(std::isnan(num::cos(x)));
  }
}

TEST_CASE("the bits are those of every other platform") {
  Spread spread;
  std::uint64_t hash = 14695981039346656037u;  // FNV-1a over the bit patterns
  const auto fold = [&hash](double x) {
    std::uint64_t bits;
    std::memcpy(&bits, &x, sizeof bits);
    for (int i = 0; i < 8; ++i) hash = (hash ^ ((bits >> (8 * i)) & 255)) * 1099511628211u;
  };
  for (int i = 0; i < 20000; ++i) {
    const double x = spread.between(-30, 30), p = spread.positive();
    for (const double y : {num::exp(x), num::log(p), num::log2(p), num::log10(p), num::sin(x),
                           num::cos(x), num::tanh(x), num::pow(std::fabs(x), x / 7)})
      fold(y);
  }
  CHECK(hash == 1503562191245950737u);
}
