// What forms know of wrong numbers.
#pragma once

#include <string>

#include "exam/kinds/number.h"

namespace exercises {

// Adds what a wrong model of the question would answer, and its cure. A mistake that lands on the
// answer, or where another one does, tells nothing and is left out, as is one that is no number.
void add_mistake(exam::Number& number, double value, std::string cure);

// The same of a count that is read to a share of itself: one that is accepted, though it is another
// number, is a slip, which has its cure as well.
void add_count_mistake(exam::Number& number, double value, std::string cure);

}  // namespace exercises
