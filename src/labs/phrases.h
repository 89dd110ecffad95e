// Numbers as they stand in titles and texts.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace laboratory {

// As all layers write numbers (lab/digits.h): "−0.2531", "49 152", "1.2×10⁻⁵".
std::string brief(double x, int digits = 4);

// "1.811×10⁷" for 7.2579: a number by its decimal logarithm, whatever its size; "0" for -infinity.
std::string by_decades(double decades);

// The same as a factor, in brackets where a minus would meet a sign of multiplication.
std::string factor(double x);

// "2.5 %" for 0.025, to as many significant digits.
std::string percent(double share, int digits = 4);

// All digits of a whole number: "9900", "49 152".
std::string grouped(std::int64_t n);

// "62 × 62"
std::string sides(int rows, int cols);

// "(0.52, −0.3, 0.71)": a column in a line, cut short after `most` entries.
std::string column_words(std::span<const double> column, int digits, int most);

// "(46, 36)" for (45, 35): people count from 1.
std::string place(int row, int col);

// "3 of the five changes", "all five changes", "none of the five changes"; `all` is at least 2.
std::string share_of(std::int64_t some, std::int64_t all, const char* what);
// The same with its verb: "1 of the five changes parts", "none of the five changes part".
std::string share_of(std::int64_t some, std::int64_t all, const char* what, const char* one,
                     const char* many);

}  // namespace laboratory
