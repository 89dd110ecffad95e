// What is said of formulas that differ: where they part, and which slip lies between them.
#pragma once

#include <string>
#include <vector>

#include "num/diagnosis.h"

namespace exam {

// "At ŷ = 0.31 and m = 4", as far as that is short.
std::string place(const num::Formula& given, const num::Formula& reference,
                  const std::vector<num::Symbol>& symbols, const num::Point& point);

// Where the two part, in numbers that can be tried by hand. `called` is what the reference is the
// value of: "the right value", "∂L/∂z3".
std::string counter_example(const num::Formula& given, const num::Formula& reference,
                            const std::vector<num::Symbol>& symbols,
                            const std::vector<num::Point>& points, const num::Comparison& c,
                            const std::string& called);

// Where the two sides of an equation part; `c` has the left one as given.
std::string parting_sides(const num::Formula& left, const num::Formula& right,
                          const std::vector<num::Symbol>& symbols,
                          const std::vector<num::Point>& points, const num::Comparison& c);

// The sentence for a slip; empty where there is none. Of a `derivative` it may ask for links and
// paths.
std::string slip_sentence(const num::Diagnosis& d, const std::vector<num::Symbol>& symbols,
                          bool derivative);

// x with four significant digits and a true minus.
std::string readable(double x);

}  // namespace exam
