// Points in the plane.
#include "nn/clouds.h"

#include <cmath>

#include "num/elementary.h"
#include "num/rng.h"

namespace nn {
namespace {

constexpr double pi = 3.14159265358979323846;

struct Point {
  double x, y;
};

Point on_circle(double radius, double angle) {
  return {radius * num::cos(angle), radius * num::sin(angle)};
}

int classes_of(Cloud kind) {
  switch (kind) {
    case Cloud::blobs:
      return 4;
    case Cloud::ring:
      return 8;
    case Cloud::grid:
      return 25;
    case Cloud::pinwheel:
      return 5;
    default:
      return 2;
  }
}

// A point of class `label` before noise. `rng` is asked equally often for every point of a kind.
Point point(Cloud kind, int label, num::Rng& rng) {
  const double side = label == 0 ? 1 : -1;
  switch (kind) {
    case Cloud::moons: {  // half circles of radius 2/3 that reach into one another
      const Point p = on_circle(2.0 / 3, pi * rng.uniform());
      return {side * (p.x - 1.0 / 3), side * (p.y - 1.0 / 6)};
    }
    case Cloud::circles:
      return on_circle(label == 0 ? 0.85 : 0.4, 2 * pi * rng.uniform());
    case Cloud::spirals: {  // one and a half turns
      const double t = 0.05 + 0.9 * rng.uniform();
      const Point p = on_circle(t, 3 * pi * t);
      return {side * p.x, side * p.y};
    }
    case Cloud::xor_squares: {  // class 0 where x and y have one sign
      const double x = 0.06 + 0.88 * rng.uniform(), y = 0.06 + 0.88 * rng.uniform();
      const double turn = rng.uniform() < 0.5 ? 1 : -1;
      return {turn * x, side * turn * y};
    }
    case Cloud::blobs:
      return {label % 2 == 0 ? -0.6 : 0.6, label / 2 == 0 ? -0.6 : 0.6};
    case Cloud::ring:
      return on_circle(0.85, pi / 4 * label);
    case Cloud::grid:
      return {0.4 * (label % 5 - 2), 0.4 * (label / 5 - 2)};
    case Cloud::pinwheel: {  // arms that bend the more, the further out: Johnson et al. (2016)
      const double out = 1 + 0.3 * rng.normal(), across = 0.05 * rng.normal();
      const double angle = 2 * pi / 5 * label + 0.25 * num::exp(out);
      const double c = num::cos(angle), s = num::sin(angle);
      return {0.5 * (c * out - s * across), 0.5 * (s * out + c * across)};
    }
  }
  return {0, 0};
}

}  // namespace

Dataset cloud(Cloud kind, int n, double noise, std::uint64_t seed) {
  Dataset data;
  data.shape = vectors(2, n);
  data.classes = classes_of(kind);
  // Noise has its own stream: with less of it, the same points move along the same lines.
  num::Rng place(seed, 1), stray(seed, 2);
  for (int i = 0; i < n; ++i) {
    const int label = i % data.classes;
    const Point p = point(kind, label, place);
    const double dx = noise * stray.normal(), dy = noise * stray.normal();
    data.inputs.push_back(static_cast<float>(p.x + dx));
    data.inputs.push_back(static_cast<float>(p.y + dy));
    data.labels.push_back(static_cast<float>(label));
  }
  return data;
}

}  // namespace nn
