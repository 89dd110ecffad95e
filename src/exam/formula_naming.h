// Which quantity an equation says that it gives, by what stands beside "=".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "num/algebra.h"

namespace exam {

// True where a plain label (num/quantity.h) is another spelling of the quantity `name`: "dJ/dZ3"
// and "gradz3·J" are ∂J/∂z3, and so is "dJ/dz", which leaves the number out.
bool is_called(std::string_view label, std::string_view name);

// True where a label of `given` is a spelling of `name`.
bool has_label(const num::Formula& given, std::string_view name);

// True where a label names a quantity that is known to be another one than `called`, which has all
// names of the one that is asked for: a derivative by something else, or the same letter with
// another number. Letters that nobody knows are left to the person who writes them.
bool names_other(std::string_view label, const std::vector<std::string>& called,
                 const std::vector<num::Symbol>& symbols);

}  // namespace exam
