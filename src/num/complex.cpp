#include "num/complex.h"

#include <algorithm>
#include <cmath>

namespace num {

double modulus(Complex z) {
  const double a = std::max(std::fabs(z.re), std::fabs(z.im));
  const double b = std::min(std::fabs(z.re), std::fabs(z.im));
  return a == 0 ? 0 : b == 0 ? a : a * std::sqrt(1 + b / a * (b / a));
}

}  // namespace num
