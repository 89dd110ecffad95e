// Sinusoid codes of positions, and how far apart they are.
// Vaswani et al., "Attention is all you need" (2017), section 3.5.
#pragma once

#include <optional>
#include <vector>

namespace num {

// Of a code of width d >= 1 over a base > 1:
//   PE(p, 2i) = sin(p w_i), PE(p, 2i + 1) = cos(p w_i), w_i = base^(-2i/d) radians a position.
// An odd width ends with a sine.
struct SinusoidCode {
  int width = 2;
  double base = 10000;

  std::vector<double> frequencies() const;           // one for each sine
  std::vector<double> at(double position) const;     // (width), |position| <= 2^20
  bool has_pairs() const { return width % 2 == 0; }  // every sine has its cosine
};

// Of an even width, ||PE(p) - PE(q)|| depends on p - q alone: sqrt(sum_i 4 sin^2(w_i (p - q) / 2)).
double code_distance(const SinusoidCode& code, double difference);

// The squares of the distances of codes that are 1, 2 .. `furthest` >= 1 apart. An even width.
std::vector<double> squared_distances(const SinusoidCode& code, int furthest);

// The least distance between codes of whole positions that are 1 to `furthest` >= 1 apart, and the
// smallest such difference that has it. An even width.
struct ClosestPair {
  int difference = 1;
  double distance = 0;
};
ClosestPair closest_pair(const SinusoidCode& code, int furthest);

// The smallest real difference above 0 at which all sines and cosines repeat, for a whole base >=
// 2: 2 pi r^(d/2 - 1) where r = base^(2/d) is whole. Otherwise the ratio of two frequencies is
// irrational, the code never repeats, and there is none.
std::optional<double> code_period(int width, int base);

// Numbers that a code of so many positions from 0 on leaves apart when each entry is rounded.
enum class Precision { half, single };
int distinct_codes(const SinusoidCode& code, int positions, Precision precision);

// The nearest number of 16 bits (IEEE 754 binary16), ties to even, as a double. |x| < 65520.
double to_half(double x);

}  // namespace num
