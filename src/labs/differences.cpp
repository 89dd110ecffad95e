#include "labs/differences.h"

#include <algorithm>
#include <cmath>

#include "labs/phrases.h"

namespace laboratory {

double gap(std::span<const double> exact, std::span<const double> other) {
  double apart = 0, size = 1e-4;
  for (std::size_t i = 0; i < exact.size(); ++i) {
    size = std::max(size, std::fabs(exact[i]));
    if (!std::isnan(other[i])) apart = std::max(apart, std::fabs(exact[i] - other[i]));
  }
  return apart / size;
}

void blame_kink(double distance, double gap, const std::string& unit, lab::Report& report) {
  // The differences reach about this far; beyond a kink they measure another slope.
  constexpr double reach = 0.01;
  if (distance < reach && gap > 1e-7)
    report.blame("X", "A " + unit + " lies within " + brief(distance, 2) +
                          " of a kink, where central differences measure across the corner. The "
                          "formulas hold; move an input a little to see the check agree.");
}

}  // namespace laboratory
