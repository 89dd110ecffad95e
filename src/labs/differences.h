// Gradients by formulas beside the same by another way, such as central differences.
#pragma once

#include <span>
#include <string>

#include "lab/report.h"

namespace laboratory {

// The largest |difference| of the entries that are numbers in `other`, relative to the largest
// entry of `exact`, or to 1e-4 where that is smaller.
double gap(std::span<const double> exact, std::span<const double> other);

// Says so where a difference measures across a kink, which is nearer to some unit ("node") than
// differences reach, and the gap shows it.
void blame_kink(double distance, double gap, const std::string& unit, lab::Report& report);

}  // namespace laboratory
