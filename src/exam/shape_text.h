// Shapes of matrices as people write them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "num/symbol.h"

namespace exam {

// The sides of a shape, each a formula in the sizes, as far as it can be read.
struct ShapeText {
  std::vector<std::string> sides;
  std::string fault;  // a sentence where there are none
  // The shape as it is written once more, "D_a × D = 3 × 2", "D_a × D (3 × 2)": two sides each.
  std::vector<std::vector<std::string>> also = {};
};

// "5×3", "(5, 3)", "5x3", "5 by 3", "5 rows and 3 columns", "ℝ^{5×3}", "(5) × (3)"; with what it is
// the shape of in front, "W1 ∈ ℝ^{5×3}", "W1: 5 × 3", "W1.shape == (5, 3)". A scalar and ℝ are
// 1×1, a column vector of length 5 is 5×1. Words beside it, and reasons behind it, are passed over.
// One side alone is a one-dimensional array, "(5,)".
ShapeText shape_text(std::string_view text, const std::vector<num::Symbol>& sizes);

}  // namespace exam
