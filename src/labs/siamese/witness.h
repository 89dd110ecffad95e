// The witnesses beside the formulas: reverse mode over scalars, and central differences.
#pragma once

#include "labs/siamese/study.h"

namespace laboratory::siamese {

// By reverse mode over scalars, and by central differences; shapes must fit.
ParameterGradients by_reverse(const Net& net);
ParameterGradients by_differences(const Net& net);
// How far either is from the formulas by hand.
Gap gap_from(const Gradients& hand, const ParameterGradients& other);

}  // namespace laboratory::siamese
