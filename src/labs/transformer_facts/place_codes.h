// Sinusoid codes of positions as the laboratory judges them.
#pragma once

#include <optional>
#include <vector>

#include "num/positions.h"

namespace laboratory::transformer_facts {

inline constexpr int furthest = 20'000;  // positions that are compared

// Of an odd width there are no distances: they would depend on more than the difference.
struct CodeStudy {
  num::SinusoidCode code;
  num::ClosestPair closest;
  std::optional<double> period;  // over the reals
  int distinct_half = 0;         // of 20 000 positions, each number in 16 bits
  std::vector<float> distances;  // of positions that are 1, 2 .. 20 000 apart
};
CodeStudy study_codes(int width, int base);

// The widths that are compared, with the closest pair and the period of each.
inline constexpr int court_widths[] = {2, 4, 6, 8, 16, 64};
struct Court {
  std::vector<num::ClosestPair> closest;
  std::vector<std::optional<double>> period;
};
Court court(int base);

}  // namespace laboratory::transformer_facts
