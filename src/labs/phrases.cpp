#include "labs/phrases.h"

#include <cmath>
#include <cstdint>

#include "lab/number.h"

namespace laboratory {

namespace {

// Below it a power of ten could overflow.
constexpr double smallest_rounded = 1e-290;

}  // namespace

std::string brief(double x, int digits) {
  const double size = std::fabs(x);
  double least = 1;
  for (int i = 1; i < digits; ++i) least *= 10;
  std::string s = lab::text(x);
  if (size > smallest_rounded && std::isfinite(x)) {
    // Brought into [least, 10 least) by powers of ten, whose errors are far below the last digit.
    // Only the decimal text is then exact: 1.754e-28 is no product of rounded powers.
    double power = 1, shrink = 1;
    int exponent = 0;
    for (; size * power < least; --exponent) power *= 10;
    for (; size / shrink >= 10 * least; ++exponent) shrink *= 10;
    const std::string rounded =
        std::to_string(static_cast<std::int64_t>(size * power / shrink + 0.5)) + "e" +
        std::to_string(exponent);
    s = lab::text(lab::real((x < 0 ? "-" : "") + rounded).value_or(x));
  }
  for (std::size_t at = s.find('-'); at != std::string::npos; at = s.find('-', at))
    s.replace(at, 1, "\u2212");
  return s;
}

std::string factor(double x) { return x < 0 ? "(" + brief(x) + ")" : brief(x); }

std::string percent(double share, int digits) { return brief(100 * share, digits) + " %"; }

std::string grouped(std::int64_t n) {
  std::string s = std::to_string(n);
  const int first = n < 0 ? 1 : 0;
  for (int at = static_cast<int>(s.size()) - 3; at > first; at -= 3)
    s.insert(static_cast<std::size_t>(at), "\u202f");
  return s;
}

std::string sides(int rows, int cols) {
  return std::to_string(rows) + " × " + std::to_string(cols);
}

std::string place(int row, int col) {
  return "(" + std::to_string(row + 1) + ", " + std::to_string(col + 1) + ")";
}

}  // namespace laboratory
