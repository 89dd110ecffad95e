// From what a hand does to the text that a link carries.
#pragma once

#include <optional>
#include <string>

#include "ui/frame/widget.h"

namespace ui {

// `x` to the coarsest of 1, 2 or 5 times a power of ten that is no coarser than `step`: what a
// pointer can mean where one pixel is `step`. Short in decimal digits, and exactly so.
double to_step(double x, double step);

// `x` with this many significant decimal digits.
double to_digits(double x, int digits);

// The text that sets a number field to `x`, rounded and brought into bounds as the field demands;
// nothing for fields that hold no number.
std::optional<std::string> number_text(const lab::Field& field, double x);

// Likewise for the matrix of a table field, or the row of a list field.
std::optional<std::string> matrix_text(const lab::Field& field, lab::Matrix m);

// Wishes for `value` unless the field already reads so.
void wish(Desk& desk, const lab::Field& field, const std::string& value);

// Wishes for the matrix `m` with one cell changed.
void wish_cell(Desk& desk, const lab::Field& field, lab::Matrix m, int row, int col, double x);

// The bounds of a field's numbers; 0 and 0 where it has none.
struct Bounds {
  double low = 0, high = 0;
  double clamp(double x) const { return x < low ? low : x > high ? high : x; }
};
Bounds bounds(const lab::Field& field);

}  // namespace ui
