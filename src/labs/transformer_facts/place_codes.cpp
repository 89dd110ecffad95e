#include "labs/transformer_facts/place_codes.h"

#include <algorithm>
#include <cmath>

namespace laboratory::transformer_facts {

CodeStudy study_codes(int width, int base) {
  CodeStudy s{{width, static_cast<double>(base)}, {}, num::code_period(width, base), 0, {}};
  s.distinct_half = num::distinct_codes(s.code, furthest, num::Precision::half);
  if (!s.code.has_pairs()) return s;
  const std::vector<double> squares = num::squared_distances(s.code, furthest);
  const auto least = std::min_element(squares.begin(), squares.end());
  s.closest = {static_cast<int>(least - squares.begin()) + 1, std::sqrt(*least)};
  for (const double square : squares) s.distances.push_back(static_cast<float>(std::sqrt(square)));
  return s;
}

Court court(int base) {
  Court c;
  for (const int width : court_widths) {
    c.closest.push_back(num::closest_pair({width, static_cast<double>(base)}, furthest));
    c.period.push_back(num::code_period(width, base));
  }
  return c;
}

}  // namespace laboratory::transformer_facts
