// Numbers as people read them: few digits, a true minus, powers of ten raised.
#pragma once

#include <string>

#include "lab/value.h"

namespace lab {

// `x` with at most `digits` significant digits: "−0.1235", "49 152", "1.2×10⁻⁵", "∞"; "–" where it
// is not a number. Whole numbers below a thousand million keep all of their digits.
std::string readable(double x, int digits = 4);

// "−4, 3; 0.5, 1": entries by commas, rows by semicolons. Empty for an empty matrix.
std::string readable(const Matrix& m, int digits = 4);

// All digits of a whole number, in groups of three from five digits on, as the SI writes them:
// "9900", "−49 152".
std::string grouped(long long n);

// Every digit that it takes to read `x` back, with a true minus.
std::string exact(double x);

// "10⁶"; 1 and 10 as they are.
std::string power_of_ten(int exponent);

// A count with its noun: "1 value", "3 values".
std::string counted(long long n, const char* one, const char* many);

}  // namespace lab
