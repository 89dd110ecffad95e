#include "gfx/splats.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "gfx/context.h"
#include "gfx/shot.h"

using tests::Shot;

namespace {

constexpr float not_finite = std::numeric_limits<float>::quiet_NaN();

struct Point {
  float x, y;
  int of;
};

gfx::SplatLook look_of(float radius, float opacity) {
  gfx::SplatLook look;
  look.radius = radius;
  look.opacity = opacity;
  look.colours = {tests::orange,
                  tests::blue,
                  gfx::Rgb{0, 0.5f, 0.25f},
                  gfx::Rgb{0.5f, 0.25f, 0.75f},
                  gfx::Rgb{1, 0, 0},
                  gfx::Rgb{0.25f, 0.25f, 0.25f},
                  gfx::Rgb{1, 1, 0}};
  return look;
}

// Drawn from a stack whose last row is filled up with cells that hold no point.
Shot drawn(const std::vector<Point>& points, const gfx::SplatLook& look, int width, int height) {
  constexpr std::size_t cols = 8;
  const std::size_t rows = std::max<std::size_t>(1, (points.size() + cols - 1) / cols);
  std::vector<float> planes[3];
  for (auto& plane : planes) plane.assign(rows * cols, not_finite);
  for (std::size_t i = 0; i < points.size(); ++i) {
    planes[0][i] = points[i].x, planes[1][i] = points[i].y;
    planes[2][i] = static_cast<float>(points[i].of);
  }
  gfx::SplatPass pass;
  REQUIRE(pass.error() == "");
  gfx::Stack stack;
  REQUIRE(stack.upload({static_cast<int>(rows), cols, {planes[0], planes[1], planes[2]}}));
  gfx::Target target;
  REQUIRE(pass.draw(stack, {width, height, look}, target));
  CHECK(glGetError() == GL_NO_ERROR);
  return {width, target.read()};
}

// The distance from the edge of a marker, computed from its corners or radius.
double outside(double dx, double dy, int marker, double r) {
  const double ax = std::fabs(dx), ay = std::fabs(dy), slope = std::sqrt(1.8 * 1.8 + 1);
  switch (marker) {
    case 0:
      return std::hypot(dx, dy) - r;
    case 1:
      return std::max(ax, ay) - 0.85 * r;
    case 2:
      return std::max(dy - 0.8 * r, (1.8 * ax - dy - r) / slope);
    case 3:
      return std::max(-dy - 0.8 * r, (1.8 * ax + dy - r) / slope);
    case 4:
      return (ax + ay - 1.15 * r) / std::sqrt(2.0);
    case 5:
      return std::fabs(std::hypot(dx, dy) - 0.8 * r) - 0.25 * r;
    default:
      return std::max(std::min(ax, ay) - 0.3 * r, std::max(ax, ay) - r);
  }
}

// The same picture by the formula of laying one over another, in doubles.
struct Pixel {
  double r = 0, g = 0, b = 0, alpha = 0;
};

Pixel computed(const std::vector<Point>& points, const gfx::SplatLook& look, int x, int y) {
  Pixel sum;
  for (const Point& p : points) {
    const double dx = x + 0.5 - static_cast<double>(p.x * look.scale_x + look.offset_x);
    const double dy = y + 0.5 - static_cast<double>(p.y * look.scale_y + look.offset_y);
    if (!std::isfinite(dx) || !std::isfinite(dy)) continue;
    const int marker = (p.of + p.of / 7) % 7;
    const double radius = static_cast<double>(look.radius);
    const double share = std::clamp(0.5 - outside(dx, dy, marker, radius), 0.0, 1.0) *
                         static_cast<double>(look.opacity);
    const gfx::Rgb c = look.colours[static_cast<std::size_t>(p.of % 7)];
    const auto over = [share](double below, double above) {
      return below * (1 - share) + above * share;
    };
    sum = {over(sum.r, static_cast<double>(c.r)), over(sum.g, static_cast<double>(c.g)),
           over(sum.b, static_cast<double>(c.b)), over(sum.alpha, 1)};
  }
  return sum;
}

// The largest difference over all pixels and channels, in levels, where colours count as much as
// they are opaque.
double difference(const Shot& shot, const std::vector<Point>& points, const gfx::SplatLook& look,
                  int width, int height) {
  double worst = 0;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const Pixel p = computed(points, look, x, y);
      const gfx::Rgb c = shot.at(x, y);
      const double alpha = shot.alpha(x, y) / 255.0;
      for (const double d :
           {static_cast<double>(c.r) * alpha - p.r, static_cast<double>(c.g) * alpha - p.g,
            static_cast<double>(c.b) * alpha - p.b, alpha - p.alpha})
        worst = std::max(worst, 255 * std::fabs(d));
    }
  }
  return worst;
}

std::vector<Point> many(int n, int side) {
  std::vector<Point> all;
  for (int i = 0; i < n; ++i)
    all.push_back({static_cast<float>(i * 37 % (side * 8)) / 8,
                   static_cast<float>(i * 101 % (side * 8)) / 8, i % 49});
  return all;
}

}  // namespace

TEST_CASE("one point of each of 49 classes is its marker in its colour, pixel by pixel") {
  NEEDS_GL;
  for (int of = 0; of < 49; ++of) {
    CAPTURE(of);
    const std::vector<Point> one = {{9.25f, 8.5f, of}};
    const gfx::SplatLook look = look_of(6, 0.75f);
    CHECK(difference(drawn(one, look, 18, 18), one, look, 18, 18) <= 2);
  }
}

TEST_CASE("an empty cloud is a clear picture") {
  NEEDS_GL;
  const Shot shot = drawn({}, look_of(3, 1), 20, 10);
  CHECK(std::all_of(shot.bytes.begin(), shot.bytes.end(), [](int byte) { return byte == 0; }));
}

TEST_CASE("points that are not finite, or far away, leave no trace and harm no other") {
  NEEDS_GL;
  constexpr float inf = std::numeric_limits<float>::infinity();
  const gfx::SplatLook look = look_of(4, 1);
  const Shot alone = drawn({{10, 10, 0}}, look, 20, 20);
  const Shot among = drawn({{not_finite, 10, 1},
                            {10, not_finite, 1},
                            {inf, 0, 1},
                            {10, -inf, 1},
                            {3e38f, 5, 1},
                            {10, 10, 0},
                            {-3e38f, -3e38f, 1},
                            {not_finite, not_finite, 1},
                            {1e9f, 10, 2}},
                           look, 20, 20);
  CHECK(alone.bytes == among.bytes);
}

TEST_CASE("the y of a point goes up with a scale below 0, and its place follows scale and offset") {
  NEEDS_GL;
  gfx::SplatLook look = look_of(2, 1);
  look.scale_x = 10, look.offset_x = 5, look.scale_y = -10, look.offset_y = 25;
  const Shot shot = drawn({{1.05f, 2.05f, 0}}, look, 30, 30);  // at (15.5, 4.5)
  CHECK(shot.alpha(15, 4) == 255);
  CHECK(shot.alpha(15, 8) == 0);
  CHECK(shot.alpha(15, 25) == 0);
}

TEST_CASE("where points overlap the later lies over the earlier and the whole grows denser") {
  NEEDS_GL;
  const gfx::SplatLook look = look_of(3, 0.5f);
  const Shot once = drawn({{8, 8, 0}}, look, 16, 16);
  const std::vector<Point> two = {{8, 8, 0}, {8, 8, 0}};
  CHECK(drawn(two, look, 16, 16).alpha(8, 8) > once.alpha(8, 8));
  const Shot blue_last = drawn({{8, 8, 0}, {8, 8, 1}}, look, 16, 16);
  const Shot blue_first = drawn({{8, 8, 1}, {8, 8, 0}}, look, 16, 16);
  CHECK(blue_last.at(8, 8).b > blue_first.at(8, 8).b);
}

TEST_CASE("1 000 points of all classes are the picture that is computed") {
  NEEDS_GL;
  const std::vector<Point> points = many(1000, 64);
  const gfx::SplatLook look = look_of(1.5f, 0.4f);
  // Each layer is rounded to a level.
  CHECK(difference(drawn(points, look, 64, 64), points, look, 64, 64) <= 4);
}

TEST_CASE("of 100 000 points each leaves its trace") {
  NEEDS_GL;
  // A lattice of points of one pixel with an empty pixel between them.
  std::vector<Point> points;
  for (int i = 0; i < 100000; ++i)
    points.push_back(
        {static_cast<float>(2 * (i % 400)) + 0.5f, static_cast<float>(2 * (i / 400)) + 0.5f, 1});
  const Shot shot = drawn(points, look_of(0.5f, 1), 800, 500);
  int traces = 0, between = 0;
  for (int y = 0; y < 500; ++y)
    for (int x = 0; x < 800; ++x)
      (x % 2 == 0 && y % 2 == 0 ? traces : between) += shot.alpha(x, y) > 0;
  CHECK(traces == 100000);
  CHECK(between == 0);
}
