#include "lab/digits.h"

#include <cmath>
#include <cstdio>

#include "lab/number.h"

namespace lab {

namespace {

constexpr const char* minus = "−";
constexpr const char* narrow_space = "\u202f";

// "-1.5" with the typographic sign.
std::string with_minus(const char* text) {
  return *text == '-' ? minus + std::string(text + 1) : std::string(text);
}

std::string raised(int exponent) {
  constexpr const char* figures[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string out = exponent < 0 ? "⁻" : "";
  for (const char c : std::to_string(exponent < 0 ? -exponent : exponent)) out += figures[c - '0'];
  return out;
}

// "1.20e-05" taken apart into "1.2" and -5.
std::string scientific(double x, int digits) {
  char text[48];
  std::snprintf(text, sizeof text, "%.*e", digits - 1, x);
  std::string mantissa = text;
  const std::size_t e = mantissa.find('e');
  const int exponent = std::atoi(mantissa.c_str() + e + 1);
  mantissa.resize(e);
  if (mantissa.find('.') != std::string::npos) {
    while (mantissa.back() == '0') mantissa.pop_back();
    if (mantissa.back() == '.') mantissa.pop_back();
  }
  const std::string power = "10" + raised(exponent);
  if (mantissa == "1") return power;
  return mantissa == "-1" ? minus + power : with_minus(mantissa.c_str()) + "×" + power;
}

}  // namespace

std::string grouped(long long n) {
  std::string digits = std::to_string(n < 0 ? -n : n);
  if (digits.size() >= 5) {
    for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
      digits.insert(static_cast<std::size_t>(at), narrow_space);
  }
  return n < 0 ? minus + digits : digits;
}

std::string readable(double x, int digits) {
  if (std::isnan(x)) return "–";
  if (std::isinf(x)) return x < 0 ? "−∞" : "∞";
  if (x == 0) return "0";
  const double size = std::fabs(x);
  if (size < 1e9 && x == std::floor(x)) return grouped(static_cast<long long>(x));
  if (size < 1e-4 || size >= 1e7) return scientific(x, digits);
  char text[48];
  std::snprintf(text, sizeof text, "%.*g", digits, x);
  // %g turns to an exponent where the digits asked for do not reach the point.
  if (std::string(text).find('e') != std::string::npos)
    return grouped(static_cast<long long>(std::llround(x)));
  return with_minus(text);
}

std::string readable(const Matrix& m, int digits) {
  std::string out;
  for (int r = 0; r < m.rows; ++r) {
    for (int c = 0; c < m.cols; ++c)
      out += (c > 0 ? ", " : r > 0 ? "; " : "") + readable(m.at(r, c), digits);
  }
  return out;
}

std::string exact(double x) {
  if (!std::isfinite(x)) return readable(x);
  return with_minus(text(x).c_str());
}

std::string power_of_ten(int exponent) {
  return exponent == 0 ? "1" : exponent == 1 ? "10" : "10" + raised(exponent);
}

std::string counted(long long n, const char* one, const char* many) {
  return grouped(n) + " " + (n == 1 ? one : many);
}

}  // namespace lab
