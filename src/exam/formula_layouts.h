// Products of derivatives in other layouts than the one that the reference is written in.
#pragma once

#include <vector>

#include "num/algebra.h"

namespace exam {

// A derivative of a vector by a vector stands for one matrix or its transpose, as its writer lays
// it out, and a product of such over an index runs up or down with that. These are the given
// formula's other readings: with the factors of such products the other way round, with these
// derivatives transposed, and both. None where the formula has no derivatives by their own names;
// matrices that are written out have one reading only.
std::vector<num::Formula> other_layouts(const num::Formula& given,
                                        const std::vector<num::Symbol>& symbols);

}  // namespace exam
