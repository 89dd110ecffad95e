// Names that formulas of an exercise may use.
#pragma once

#include <string>

#include "num/symbol.h"

namespace exercises {

// A column or matrix whose entries are tried with values from [low, high].
num::Symbol drawn(const std::string& name, int rows, int cols, double low = -2, double high = 2);

// A column that follows from the names before it.
num::Symbol computed(const std::string& name, int rows, const std::string& meaning);

}  // namespace exercises
