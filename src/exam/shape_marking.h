// Shapes as a person writes them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "num/symbol.h"

namespace exam {

// The sides of a shape: {"5", "3"} for "5×3", "(5, 3)", "5x3", "5 by 3", "ℝ^{5×3}". Names are left
// as they are; "scalar" is 1×1.
std::vector<std::string> sides(std::string_view text, const std::vector<num::Symbol>& sizes);

// True where two sizes agree: as formulas where `given` has names in it, else by their numbers.
bool same_side(std::string_view given, std::string_view reference,
               const std::vector<num::Symbol>& sizes);

}  // namespace exam
