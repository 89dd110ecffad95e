#include "labs/human_level/pictogram.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "num/elementary.h"
#include "num/rng.h"

namespace laboratory::human_level {
namespace {

// A point of the drawing: x to the right and y upwards, each about -1 to 1.
struct Point {
  double x, y;
};

bool in_box(Point p, double left, double bottom, double right, double top) {
  return p.x >= left && p.x <= right && p.y >= bottom && p.y <= top;
}
bool in_disc(Point p, double x, double y, double radius, double stretch = 1) {
  const double dx = p.x - x, dy = (p.y - y) / stretch;
  return dx * dx + dy * dy <= radius * radius;
}
bool in_ring(Point p, double x, double y, double outer, double inner) {
  return in_disc(p, x, y, outer) && !in_disc(p, x, y, inner);
}
// Between two slanted sides: half widths `low` at the height `bottom` and `high` at `top`.
bool in_taper(Point p, double x, double bottom, double low, double top, double high) {
  if (p.y < bottom || p.y > top) return false;
  const double share = (p.y - bottom) / (top - bottom);
  return std::fabs(p.x - x) <= low + share * (high - low);
}
// Within half a `width` of the segment from a to b.
bool on_line(Point p, Point a, Point b, double width) {
  const double dx = b.x - a.x, dy = b.y - a.y;
  const double t =
      std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy), 0.0, 1.0);
  return in_disc(p, a.x + t * dx, a.y + t * dy, 0.5 * width);
}

bool t_shirt(Point p) {
  const bool sleeves = on_line({std::fabs(p.x), p.y}, {0.45, 0.5}, {0.85, 0.15}, 0.36);
  return (in_box(p, -0.48, -0.85, 0.48, 0.7) || sleeves) && !in_disc(p, 0, 0.78, 0.24);
}
bool trousers(Point p) {
  const Point q{std::fabs(p.x), p.y};
  return in_box(p, -0.5, 0.5, 0.5, 0.85) || on_line(q, {0.26, 0.5}, {0.38, -0.72}, 0.4);
}
bool dress(Point p) {
  const Point q{std::fabs(p.x), p.y};
  return in_taper(p, 0, -0.85, 0.75, 0.15, 0.22) || in_taper(p, 0, 0.15, 0.22, 0.6, 0.4) ||
         on_line(q, {0.28, 0.55}, {0.22, 0.85}, 0.12);
}

bool telephone(Point p) {
  const bool screen = in_box(p, -0.34, -0.5, 0.34, 0.68);
  return in_box(p, -0.46, -0.9, 0.46, 0.9) && !screen && !in_disc(p, 0, -0.7, 0.1);
}
bool monitor(Point p) {
  const bool frame = in_box(p, -0.9, -0.3, 0.9, 0.75) && !in_box(p, -0.76, -0.17, 0.76, 0.62);
  return frame || in_box(p, -0.12, -0.65, 0.12, -0.3) || in_box(p, -0.45, -0.8, 0.45, -0.64);
}
bool headphones(Point p) {
  const bool band = in_ring(p, 0, 0, 0.8, 0.64) && p.y > -0.05;
  const Point q{std::fabs(p.x), p.y};
  return band || in_box(q, 0.5, -0.65, 0.9, 0.05);
}

bool mug(Point p) {
  const bool handle = in_ring(p, 0.5, -0.05, 0.42, 0.25) && p.x > 0.3;
  return in_box(p, -0.65, -0.7, 0.4, 0.6) || handle;
}
bool lamp(Point p) {
  return in_taper(p, 0, 0.1, 0.65, 0.8, 0.3) || in_box(p, -0.07, -0.7, 0.07, 0.1) ||
         in_box(p, -0.4, -0.85, 0.4, -0.7);
}
bool chair(Point p) {
  return in_box(p, -0.55, -0.85, -0.38, 0.85) || in_box(p, -0.55, -0.2, 0.55, 0.0) ||
         in_box(p, 0.38, -0.85, 0.55, -0.2) || in_box(p, -0.55, 0.62, -0.2, 0.85);
}

bool tent(Point p) {
  const bool door = in_taper(p, 0, -0.7, 0.3, 0.25, 0.0);
  return in_taper(p, 0, -0.7, 0.95, 0.75, 0.04) && !door;
}
bool tree(Point p) {
  return in_taper(p, 0, -0.5, 0.7, 0.1, 0.2) || in_taper(p, 0, -0.1, 0.55, 0.45, 0.15) ||
         in_taper(p, 0, 0.3, 0.4, 0.9, 0.02) || in_box(p, -0.1, -0.85, 0.1, -0.5);
}
bool bicycle(Point p) {
  const Point rear{-0.52, -0.35}, front{0.52, -0.35}, crank{-0.05, -0.35}, seat{-0.2, 0.3},
      bar{0.36, 0.3};
  constexpr double tube = 0.13;
  return in_ring(p, rear.x, rear.y, 0.43, 0.31) || in_ring(p, front.x, front.y, 0.43, 0.31) ||
         on_line(p, rear, crank, tube) || on_line(p, rear, seat, tube) ||
         on_line(p, crank, seat, tube) || on_line(p, seat, bar, tube) ||
         on_line(p, crank, bar, tube) || on_line(p, bar, front, tube) ||
         on_line(p, {-0.34, 0.36}, {-0.06, 0.36}, 0.12) || on_line(p, bar, {0.22, 0.52}, 0.12);
}

struct Kind {
  const char* name;
  bool (*inside)(Point);
};
constexpr std::array<std::array<Kind, product_kinds>, product_classes> kinds = {{
    {{{"T-shirt", t_shirt}, {"trousers", trousers}, {"dress", dress}}},
    {{{"telephone", telephone}, {"monitor", monitor}, {"headphones", headphones}}},
    {{{"mug", mug}, {"lamp", lamp}, {"chair", chair}}},
    {{{"tent", tent}, {"tree", tree}, {"bicycle", bicycle}}},
}};

const Kind& kind_of(int product, int kind) {
  return kinds[static_cast<std::size_t>(product)][static_cast<std::size_t>(kind)];
}

// Streams of the seed: one for each picture and each item, by its index.
enum Purpose : std::uint64_t { pictures = 1'000'000, items = 2'000'000 };

// How a drawing lies in its picture.
struct Pose {
  double cosine, sine, scale, x, y;
  Point back(Point p) const {
    const double dx = (p.x - x) / scale, dy = (p.y - y) / scale;
    return {cosine * dx + sine * dy, cosine * dy - sine * dx};
  }
};

Pose drawn_pose(num::Rng& rng) {
  const double angle = rng.uniform(-0.22, 0.22);
  return {num::cos(angle), num::sin(angle), rng.uniform(0.68, 0.9), rng.uniform(-0.1, 0.1),
          rng.uniform(-0.1, 0.1)};
}

// The share of a pixel that the drawing covers, by 3 x 3 samples.
double coverage(bool (*inside)(Point), const Pose& pose, int row, int col) {
  constexpr int fine = 3;
  int hits = 0;
  for (int i = 0; i < fine; ++i)
    for (int j = 0; j < fine; ++j) {
      const double y = 1 - 2 * (row + (i + 0.5) / fine) / pictogram_side;
      const double x = 2 * (col + (j + 0.5) / fine) / pictogram_side - 1;
      hits += inside(pose.back({x, y})) ? 1 : 0;
    }
  return static_cast<double>(hits) / (fine * fine);
}

}  // namespace

const char* product_class(int from_zero) {
  constexpr std::array<const char*, product_classes> names = {"clothing", "electronics",
                                                              "home goods", "outdoor"};
  return names[static_cast<std::size_t>(from_zero)];
}

const char* product_kind(int product, int kind) { return kind_of(product, kind).name; }

Product product(std::uint64_t seed, int index, double ambiguity) {
  num::Rng rng(seed, items + static_cast<std::uint64_t>(index));
  Product p;
  p.label = rng.below(product_classes);
  p.kind = rng.below(product_kinds);
  p.rival = (p.label + 1 + rng.below(product_classes - 1)) % product_classes;
  p.rival_kind = rng.below(product_kinds);
  const double blend = rng.uniform(0.52, 0.75);
  if (rng.uniform() < ambiguity) p.blend = blend;
  return p;
}

lab::Plane pictogram(const Product& p, std::uint64_t seed, int index, double difficulty) {
  num::Rng rng(seed, pictures + static_cast<std::uint64_t>(index));
  const Pose pose = drawn_pose(rng), other = drawn_pose(rng);
  lab::Plane plane{pictogram_side, pictogram_side, {}};
  for (int r = 0; r < plane.rows; ++r)
    for (int c = 0; c < plane.cols; ++c) {
      double ink = p.blend * coverage(kind_of(p.label, p.kind).inside, pose, r, c);
      if (p.blend < 1)
        ink += (1 - p.blend) * coverage(kind_of(p.rival, p.rival_kind).inside, other, r, c);
      ink += pixel_noise * difficulty * rng.normal();
      plane.values.push_back(static_cast<float>(std::clamp(ink, 0.0, 1.0)));
    }
  return plane;
}

}  // namespace laboratory::human_level
