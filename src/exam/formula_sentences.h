// What is said of formulas that differ: where they part, and which slip lies between them.
#pragma once

#include <string>
#include <vector>

#include "num/diagnosis.h"

namespace exam {

// "At ŷ = 0.31 and m = 4", as far as that is short.
std::string place(const num::Formula& given, const num::Formula& reference,
                  const std::vector<num::Symbol>& symbols, const num::Point& point);

// Where the two part, in numbers that can be tried by hand.
std::string counter_example(const num::Formula& given, const num::Formula& reference,
                            const std::vector<num::Symbol>& symbols,
                            const std::vector<num::Point>& points, const num::Comparison& c);

// The sentence for a slip; empty where there is none.
std::string slip_sentence(const num::Diagnosis& d, const std::vector<num::Symbol>& symbols);

// x with four significant digits and a true minus.
std::string readable(double x);

}  // namespace exam
