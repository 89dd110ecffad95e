#include "num/positions.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "num/elementary.h"

namespace num {

std::vector<double> SinusoidCode::frequencies() const {
  std::vector<double> all;
  for (int i = 0; 2 * i < width; ++i)
    all.push_back(num::pow(base, -2.0 * i / static_cast<double>(width)));
  return all;
}

std::vector<double> SinusoidCode::at(double position) const {
  std::vector<double> code;
  for (const double w : frequencies()) {
    code.push_back(num::sin(position * w));
    if (static_cast<int>(code.size()) < width) code.push_back(num::cos(position * w));
  }
  return code;
}

namespace {

double squared_distance(const std::vector<double>& frequencies, double difference) {
  double sum = 0;
  for (const double w : frequencies) {
    const double s = num::sin(0.5 * w * difference);
    sum += 4 * s * s;
  }
  return sum;
}

}  // namespace

double code_distance(const SinusoidCode& code, double difference) {
  return std::sqrt(squared_distance(code.frequencies(), difference));
}

std::vector<double> squared_distances(const SinusoidCode& code, int furthest) {
  const std::vector<double> frequencies = code.frequencies();
  std::vector<double> squares;
  squares.reserve(static_cast<std::size_t>(furthest));
  for (int difference = 1; difference <= furthest; ++difference)
    squares.push_back(squared_distance(frequencies, difference));
  return squares;
}

ClosestPair closest_pair(const SinusoidCode& code, int furthest) {
  const std::vector<double> squares = squared_distances(code, furthest);
  const auto least = std::min_element(squares.begin(), squares.end());
  return {static_cast<int>(least - squares.begin()) + 1, std::sqrt(*least)};
}

std::optional<double> code_period(int width, int base) {
  const int pairs = width / 2;
  if (width % 2 != 0 || pairs < 1) return {};
  // A whole r with r^pairs = base: the first that reaches it, or none does exactly.
  for (std::int64_t r = 2; r <= base; ++r) {
    std::int64_t power = 1;
    for (int i = 0; i < pairs && power <= base; ++i) power *= r;
    if (power > base) return {};
    if (power < base) continue;
    return 2 * std::numbers::pi * static_cast<double>(base / r);
  }
  return {};
}

double to_half(double x) {
  constexpr int digits = 11, least_exponent = -24;  // of the last place of the smallest numbers
  if (x == 0) return x;
  int exponent = 0;
  std::frexp(x, &exponent);
  const int place = std::max(exponent - digits, least_exponent);
  return std::ldexp(std::nearbyint(std::ldexp(x, -place)), place);
}

int distinct_codes(const SinusoidCode& code, int positions, Precision precision) {
  const auto width = static_cast<std::size_t>(code.width);
  std::vector<float> all;
  all.reserve(width * static_cast<std::size_t>(positions));
  const std::vector<double> frequencies = code.frequencies();
  const auto push = [&](double x) {
    all.push_back(static_cast<float>(precision == Precision::half ? to_half(x) : x));
  };
  for (int p = 0; p < positions; ++p) {
    for (std::size_t i = 0; i < frequencies.size(); ++i) {
      push(num::sin(p * frequencies[i]));
      if (2 * i + 1 < width) push(num::cos(p * frequencies[i]));
    }
  }
  std::vector<int> order(static_cast<std::size_t>(positions));
  std::iota(order.begin(), order.end(), 0);
  const auto begin = [&](int p) { return all.begin() + static_cast<std::ptrdiff_t>(width) * p; };
  const auto less = [&](int p, int q) {
    const auto from = begin(p), other = begin(q);
    return std::lexicographical_compare(from, from + code.width, other, other + code.width);
  };
  std::sort(order.begin(), order.end(), less);
  int distinct = positions > 0 ? 1 : 0;
  for (std::size_t i = 1; i < order.size(); ++i) distinct += less(order[i - 1], order[i]);
  return distinct;
}

}  // namespace num
