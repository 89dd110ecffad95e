#include "num/positions.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>
#include <tuple>

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

// The sum only grows: it is left as soon as it reaches `enough`.
double squared_distance(const std::vector<double>& frequencies, double difference,
                        double enough = std::numeric_limits<double>::infinity()) {
  double sum = 0;
  for (const double w : frequencies) {
    const double s = num::sin(0.5 * w * difference);
    sum += 4 * s * s;
    if (sum >= enough) break;
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
  const std::vector<double> frequencies = code.frequencies();
  ClosestPair closest;
  double least = std::numeric_limits<double>::infinity();
  for (int difference = 1; difference <= furthest; ++difference) {
    const double square = squared_distance(frequencies, difference, least);
    if (square < least) least = square, closest.difference = difference;
  }
  closest.distance = std::sqrt(least);
  return closest;
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

// Pair by pair, positions that are alike so far are told apart; most stand alone after the first
// pairs, and the rest of their codes is never worked out.
int distinct_codes(const SinusoidCode& code, int positions, Precision precision) {
  struct Place {
    int group;  // of those that are alike so far
    float sine, cosine;
    int position;
    bool alike(const Place& o) const {
      return group == o.group && sine == o.sine && cosine == o.cosine;
    }
    bool operator<(const Place& o) const {
      return std::tie(group, sine, cosine) < std::tie(o.group, o.sine, o.cosine);
    }
  };
  const auto rounded = [&](double x) {
    return static_cast<float>(precision == Precision::half ? to_half(x) : x);
  };
  std::vector<Place> undecided(static_cast<std::size_t>(positions));
  for (int p = 0; p < positions; ++p) undecided[static_cast<std::size_t>(p)] = {0, 0, 0, p};
  const std::vector<double> frequencies = code.frequencies();
  int distinct = 0;
  for (std::size_t i = 0; i < frequencies.size() && !undecided.empty(); ++i) {
    const bool has_cosine = 2 * i + 1 < static_cast<std::size_t>(code.width);
    for (Place& place : undecided) {
      const double angle = place.position * frequencies[i];
      place.sine = rounded(num::sin(angle));
      place.cosine = has_cosine ? rounded(num::cos(angle)) : 0;
    }
    std::sort(undecided.begin(), undecided.end());
    std::vector<Place> left;
    int group = 0;
    for (std::size_t from = 0, to = 0; from < undecided.size(); from = to) {
      while (to < undecided.size() && undecided[to].alike(undecided[from])) ++to;
      if (to - from == 1) {
        ++distinct;
        continue;
      }
      for (std::size_t k = from; k < to; ++k)
        left.push_back(undecided[k]), left.back().group = group;
      ++group;
    }
    undecided = std::move(left);
  }
  for (std::size_t k = 0; k < undecided.size(); ++k)
    distinct += k == 0 || undecided[k].group != undecided[k - 1].group;
  return distinct;
}

}  // namespace num
