// Slips that show in the values alone, whatever the form of the formulas.
#pragma once

#include "num/diagnosis.h"

namespace num {

// The values of two formulas at the points where both have one.
struct PairedValues {
  std::vector<const Point*> points;
  std::vector<Matrix> given, wanted;
};

// A transpose, a constant ratio, a symbol too many or too few, or one over the other.
Diagnosis diagnose_values(const PairedValues& pairs, const std::vector<Symbol>& symbols);

}  // namespace num
