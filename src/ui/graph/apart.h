// Places along a line that keep their distance.
#pragma once

#include <vector>

namespace ui {

// The places that come closest to the wanted ones, by weighted least squares, with each at least
// apart[i] beyond the one before it; apart[0] is 0. The pool-adjacent-violators algorithm (Ayer et
// al., 1955). Weights are positive; all three are of one length.
std::vector<double> spread(const std::vector<double>& wanted, const std::vector<double>& weight,
                           const std::vector<double>& apart);

}  // namespace ui
