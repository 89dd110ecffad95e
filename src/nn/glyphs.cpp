// Ten numerals drawn with a pen.
#include "nn/glyphs.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "num/elementary.h"
#include "num/rng.h"

namespace nn {
namespace {

struct Spot {
  double x, y;
};

// One stroke each, in hundredths of a box, y downwards.
struct Corner {
  signed char x, y;
};
constexpr int most_corners = 11;
struct Numeral {
  int corners;
  Corner at[most_corners];
};
constexpr Numeral numerals[10] = {
    {9, {{50, 5}, {75, 15}, {85, 50}, {75, 85}, {50, 95}, {25, 85}, {15, 50}, {25, 15}, {50, 5}}},
    {3, {{30, 25}, {55, 5}, {55, 95}}},
    {7, {{20, 25}, {35, 8}, {65, 8}, {80, 28}, {70, 50}, {20, 95}, {82, 95}}},
    {9, {{20, 12}, {50, 5}, {75, 20}, {70, 40}, {45, 48}, {75, 58}, {80, 80}, {50, 95}, {18, 86}}},
    {4, {{65, 95}, {65, 5}, {15, 65}, {85, 65}}},
    {8, {{78, 6}, {28, 6}, {24, 45}, {55, 40}, {80, 60}, {75, 85}, {45, 95}, {18, 85}}},
    {9, {{70, 8}, {40, 25}, {20, 60}, {30, 90}, {60, 95}, {80, 75}, {65, 52}, {40, 52}, {22, 70}}},
    {3, {{18, 6}, {82, 6}, {42, 95}}},
    {11,
     {{50, 48},
      {25, 30},
      {35, 8},
      {65, 8},
      {75, 30},
      {50, 48},
      {22, 68},
      {30, 92},
      {70, 92},
      {78, 68},
      {50, 48}}},
    {9, {{78, 30}, {60, 48}, {35, 48}, {20, 25}, {40, 5}, {70, 8}, {78, 30}, {75, 65}, {55, 95}}},
};

// A stroke from `a` by (dx, dy).
struct Stroke {
  Spot a;
  double dx, dy, squared_length;
};

double squared_distance(Spot p, const Stroke& s) {
  const double along = ((p.x - s.a.x) * s.dx + (p.y - s.a.y) * s.dy) / s.squared_length;
  const double t = std::clamp(along, 0.0, 1.0);
  const double ex = p.x - s.a.x - t * s.dx, ey = p.y - s.a.y - t * s.dy;
  return ex * ex + ey * ey;
}

// The pixels from `low` to `high` along an axis of `side`, as far as they are within `reach`.
struct Span {
  int begin, end;
};
Span span(double low, double high, double reach, int side) {
  const auto inside = [side](double x) { return std::clamp(x, 0.0, static_cast<double>(side)); };
  return {static_cast<int>(inside(std::floor(low - reach))),
          static_cast<int>(inside(std::ceil(high + reach)))};
}

// Lays into `nearest`, row by row, the squared distance of each pixel's middle from the stroke
// between two corners where it is less, for all pixels within `reach` of it and some others.
void lay(Spot a, Spot b, double reach, int side, std::vector<double>& nearest) {
  const double dx = b.x - a.x, dy = b.y - a.y;
  const Stroke stroke{a, dx, dy, dx * dx + dy * dy + 1e-12};
  const Span rows = span(std::min(a.y, b.y), std::max(a.y, b.y), reach, side);
  const Span cols = span(std::min(a.x, b.x), std::max(a.x, b.x), reach, side);
  for (int y = rows.begin; y < rows.end; ++y)
    for (int x = cols.begin; x < cols.end; ++x) {
      double& least = nearest[static_cast<std::size_t>(y * side + x)];
      least = std::min(least, squared_distance({x + 0.5, y + 0.5}, stroke));
    }
}

// A number in [-1, 1).
double either_way(num::Rng& rng) { return rng.uniform(-1, 1); }

// The corners in pixels, moved as a hand would.
void write(const Numeral& numeral, int side, double variation, num::Rng& rng, Spot* to) {
  const double turn = 0.3 * variation * either_way(rng), slant = 0.3 * variation * either_way(rng);
  const double wide = 0.6 * (1 + 0.25 * variation * either_way(rng));
  const double tall = 0.75 * (1 + 0.2 * variation * either_way(rng));
  const double x = 0.5 + 0.1 * variation * either_way(rng);
  const double y = 0.5 + 0.1 * variation * either_way(rng);
  const double c = num::cos(turn), s = num::sin(turn);
  for (int i = 0; i < most_corners; ++i) {
    const double jx = 0.04 * variation * either_way(rng), jy = 0.04 * variation * either_way(rng);
    if (i >= numeral.corners) continue;  // drawn all the same: as many numbers for every numeral
    const double v = tall * (numeral.at[i].y / 100.0 - 0.5 + jy);
    const double u = wide * (numeral.at[i].x / 100.0 - 0.5 + jx) - slant * v;
    to[i] = {side * (x + c * u - s * v), side * (y + s * u + c * v)};
  }
}

}  // namespace

Dataset glyphs(int n, int side, double variation, std::uint64_t seed) {
  Dataset data;
  data.shape = {1, side, side, n};
  data.classes = 10;
  data.inputs.reserve(data.shape.size());
  num::Rng hand(seed, 1), pen(seed, 2);
  std::vector<double> nearest(static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
  for (int i = 0; i < n; ++i) {
    const int label = i % 10;
    const Numeral& numeral = numerals[label];
    Spot corner[most_corners];
    write(numeral, side, variation, hand, corner);
    const double radius = std::max(0.6, 0.05 * side * (1 + 0.5 * variation * either_way(pen)));
    // Further away there is no ink.
    const double reach = radius + 0.5 + 1e-3;
    nearest.assign(nearest.size(), 1e18);
    for (int k = 0; k + 1 < numeral.corners; ++k)
      lay(corner[k], corner[k + 1], reach, side, nearest);
    for (const double squared : nearest)
      data.inputs.push_back(
          static_cast<float>(std::clamp(radius + 0.5 - std::sqrt(squared), 0.0, 1.0)));
    data.labels.push_back(static_cast<float>(label));
  }
  return data;
}

}  // namespace nn
