// Whether two formulas have the same value, found out by trying.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "num/algebra.h"

namespace num {

// A value for each symbol.
using Point = std::vector<Matrix>;

// How many points two formulas have to agree at, and how many are drawn for that.
constexpr int trials = 24, drawn_points = 40;

// Draws `drawn_points` points from the symbols' ranges, on a grid of hundredths, so that a point
// can be told and tried by hand. Points where `reference` is undefined, or within 1e-3 of a place
// where it bends or jumps, are drawn anew as long as that helps. Equal seeds give equal points.
std::vector<Point> sample(const std::vector<Symbol>& symbols, const Formula& reference,
                          std::uint64_t seed);

enum class Agreement : std::uint8_t {
  same,
  transposed,  // the given one is the reference's transpose, and not the reference
  different,
  misshapen,  // the given one has a fault of shapes
  undefined,  // the given one has no value where the reference has one
  heavy       // the given one takes too long
};

// `point`, `given` and `wanted` tell where they part; `fault` is of the misshapen or undefined one.
struct Comparison {
  Agreement agreement = Agreement::same;
  Fault fault;
  std::size_t point = 0;
  Matrix given, wanted;
};

// |a - b| <= 1e-9 + 1e-7 max(|a|, |b|), the absolute and the relative tolerance together.
bool agree(double a, double b);
bool agree(const Matrix& a, const Matrix& b);

// Compares at the first `trials` points that neither formula bends or jumps near to.
Comparison compare(const Formula& given, const Formula& reference,
                   const std::vector<Symbol>& symbols, const std::vector<Point>& points);

}  // namespace num
