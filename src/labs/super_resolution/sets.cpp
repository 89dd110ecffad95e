#include "labs/super_resolution/sets.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "nn/glyphs.h"
#include "num/elementary.h"
#include "num/rng.h"

namespace laboratory::super_resolution {
namespace {

constexpr double variation = 0.7;
// Seeds are below a million, so that no lot of one is a lot of another.
constexpr std::uint64_t between_lots = 1'000'003;
constexpr std::uint64_t shape_purpose = 611;

// Distance to the edge of a disc or of a turned bar, negative inside, in pixels.
struct Piece {
  bool disc;
  double x, y, cos, sin, half_long, half_wide, ink;

  double outside(double px, double py) const {
    const double dx = px - x, dy = py - y;
    if (disc) return std::sqrt(dx * dx + dy * dy) - half_wide;
    const double u = dx * cos + dy * sin, v = dy * cos - dx * sin;
    return std::max(std::fabs(u) - half_long, std::fabs(v) - half_wide);
  }
};

// Discs and bars with edges one pixel soft, one laid on the other.
std::vector<float> drawn_shapes(int n, int side, std::uint64_t seed) {
  num::Rng rng(seed, shape_purpose);
  std::vector<float> all;
  all.reserve(static_cast<std::size_t>(n) * squared(side));
  for (int i = 0; i < n; ++i) {
    std::vector<float> picture(squared(side));
    for (int k = 0; k < 4; ++k) {
      const double turn = rng.uniform(0, 3.14159265358979);
      const Piece piece{rng.below(2) == 0,
                        side * rng.uniform(0.1, 0.9),
                        side * rng.uniform(0.1, 0.9),
                        num::cos(turn),
                        num::sin(turn),
                        side * rng.uniform(0.15, 0.45),
                        side * rng.uniform(0.04, 0.16),
                        rng.uniform(0.3, 1)};
      for (int r = 0; r < side; ++r)
        for (int c = 0; c < side; ++c) {
          const double covers = std::clamp(0.5 - piece.outside(c + 0.5, r + 0.5), 0.0, 1.0);
          float& ink = picture[static_cast<std::size_t>(r * side + c)];
          ink = static_cast<float>(ink + covers * (piece.ink - ink));
        }
    }
    all.insert(all.end(), picture.begin(), picture.end());
  }
  return all;
}

std::vector<float> drawn(Data data, int n, int side, std::uint64_t seed) {
  return data == Data::glyphs ? nn::glyphs(n, side, variation, seed).inputs
                              : drawn_shapes(n, side, seed);
}

std::vector<float> each_resized(const std::vector<float>& all, const num::Matrix& way) {
  const std::size_t each = squared(way.cols);
  std::vector<float> out;
  out.reserve(all.size() / each * squared(way.rows));
  for (std::size_t at = 0; at < all.size(); at += each) {
    const std::vector<float> one = resized(std::span(all).subspan(at, each), way);
    out.insert(out.end(), one.begin(), one.end());
  }
  return out;
}

double nearest_of(const std::vector<float>& a, const std::vector<float>& b, std::size_t each) {
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < a.size(); i += each)
    for (std::size_t j = 0; j < b.size(); j += each) {
      double sum = 0;
      for (std::size_t k = 0; k < each && sum < least; ++k) {
        const double d = static_cast<double>(a[i + k]) - static_cast<double>(b[j + k]);
        sum += d * d;
      }
      least = std::min(least, sum);
    }
  return std::sqrt(least / static_cast<double>(each));
}

}  // namespace

Ways ways(Down down, const Sides& sides) {
  constexpr num::Resampling known[] = {num::Resampling::average, num::Resampling::bicubic,
                                       num::Resampling::gaussian};
  Ways w;
  w.down = num::resizing(known[static_cast<std::size_t>(down)], sides.high, sides.low);
  w.enlarge = num::resizing(num::Resampling::bicubic, sides.low, sides.high);
  w.back = num::least_preimage(w.down);
  return w;
}

std::vector<float> resized(std::span<const float> picture, const num::Matrix& way) {
  const num::Matrix plane{way.cols, way.cols, {picture.begin(), picture.end()}};
  const num::Matrix out = num::resized(plane, way, way);
  return {out.values.begin(), out.values.end()};
}

std::vector<float> stand_in(int side) { return drawn_shapes(1, side, 7); }

Sets sets_of(const GameParams& p) {
  Sets s;
  s.side = sides_for(p.factor);
  s.way = ways(p.down, s.side);
  const auto seed = static_cast<std::uint64_t>(p.seed);
  s.high = drawn(p.data, trained_count, s.side.high, seed);
  s.low = each_resized(drawn(p.data, trained_count, s.side.high, seed + between_lots), s.way.down);
  s.low_enlarged = each_resized(s.low, s.way.enlarge);
  s.test_high = drawn(p.data, test_count, s.side.high, seed + 2 * between_lots);
  s.test_low = each_resized(s.test_high, s.way.down);
  s.test_enlarged = each_resized(s.test_low, s.way.enlarge);
  s.nearest = nearest_of(s.low, each_resized(s.high, s.way.down), squared(s.side.low));
  return s;
}

}  // namespace laboratory::super_resolution
