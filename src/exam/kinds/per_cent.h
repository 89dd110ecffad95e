// What is said to a number that is right but for a factor of a hundred.
#pragma once

#include <string>

#include "exam/kinds/number.h"

namespace exam {

// A sentence for an `x` that would be the answer of `field`, or one of its mistakes, were it not
// given in per cent where a share is asked for, or as a share where per cent are: 16.29 for 0.1629,
// 0.02 for 2 %. `read` is x as people write it. Empty where there is nothing of the kind to say.
std::string per_cent_slip(const Number& field, double x, const std::string& read);

}  // namespace exam
