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

// Half circles of radius 2/3 that reach into one another, t in 0 .. 1 along each.
Point on_moon(double side, double t) {
  const Point p = on_circle(2.0 / 3, pi * t);
  return {side * (p.x - 1.0 / 3), side * (p.y - 1.0 / 6)};
}

Point on_ring(int label, double t) { return on_circle(label == 0 ? 0.85 : 0.4, 2 * pi * t); }

// One and a half turns.
Point on_spiral(double side, double t) {
  const double out = 0.05 + 0.9 * t;
  const Point p = on_circle(out, 3 * pi * out);
  return {side * p.x, side * p.y};
}

// Arms that bend the more, the further out: Johnson et al. (2016). `out` and `across` are in
// deviations.
Point on_arm(int label, double out, double across) {
  const double far = 1 + 0.3 * out, off = 0.05 * across;
  const double angle = 2 * pi / 5 * label + 0.25 * num::exp(far);
  const double c = num::cos(angle), s = num::sin(angle);
  return {0.5 * (c * far - s * off), 0.5 * (s * far + c * off)};
}

// The squares of class 0 where x and y have one sign.
Point in_square(double side, double turn, double along, double up) {
  return {turn * (0.06 + 0.88 * along), side * turn * (0.06 + 0.88 * up)};
}

// The middle of a class that is one Gaussian.
Point centre(Cloud kind, int label) {
  switch (kind) {
    case Cloud::blobs:
      return {label % 2 == 0 ? -0.6 : 0.6, label / 2 == 0 ? -0.6 : 0.6};
    case Cloud::ring:
      return on_circle(0.85, pi / 4 * label);
    default:
      return {0.4 * (label % 5 - 2), 0.4 * (label / 5 - 2)};
  }
}

// A point of class `label` before noise. `rng` is asked equally often for every point of a kind.
Point point(Cloud kind, int label, num::Rng& rng) {
  const double side = label == 0 ? 1 : -1;
  switch (kind) {
    case Cloud::moons:
      return on_moon(side, rng.uniform());
    case Cloud::circles:
      return on_ring(label, rng.uniform());
    case Cloud::spirals:
      return on_spiral(side, rng.uniform());
    case Cloud::xor_squares: {
      const double along = rng.uniform(), up = rng.uniform();
      return in_square(side, rng.uniform() < 0.5 ? 1 : -1, along, up);
    }
    case Cloud::pinwheel: {
      const double out = rng.normal(), across = rng.normal();
      return on_arm(label, out, across);
    }
    default:
      return centre(kind, label);
  }
}

// Nodes of a rule for the integral over t in 0 .. 1 of what stands at place(t).
template <class Place>
void along(int nodes, double weight, num::Mixture& m, Place place) {
  for (int i = 0; i < nodes; ++i) {
    const Point p = place((i + 0.5) / nodes);
    m.nodes.push_back({p.x, p.y, weight / nodes});
  }
}

// Likewise of a standard normal variable, by the trapezoidal rule as far as 4.5 deviations; see(t,
// weight), the weights of which sum to 1.
template <class See>
void over_normal(int nodes, See see) {
  constexpr double reach = 4.5;
  const auto at = [&](int i) { return reach * (2.0 * i / (nodes - 1) - 1); };
  double sum = 0;
  for (int i = 0; i < nodes; ++i) sum += num::exp(-0.5 * at(i) * at(i));
  for (int i = 0; i < nodes; ++i) see(at(i), num::exp(-0.5 * at(i) * at(i)) / sum);
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

num::Mixture density(Cloud kind, double noise) {
  const int classes = classes_of(kind);
  num::Mixture m;
  m.sigma = noise;
  for (int label = 0; label < classes; ++label) {
    const double side = label == 0 ? 1 : -1, share = 1.0 / classes;
    switch (kind) {
      case Cloud::moons:
        along(400, share, m, [&](double t) { return on_moon(side, t); });
        break;
      case Cloud::circles:
        along(400, share, m, [&](double t) { return on_ring(label, t); });
        break;
      case Cloud::spirals:
        along(800, share, m, [&](double t) { return on_spiral(side, t); });
        break;
      case Cloud::xor_squares:
        for (const double turn : {1.0, -1.0})
          for (int row = 0; row < 60; ++row)
            along(60, share / 120, m,
                  [&](double t) { return in_square(side, turn, t, (row + 0.5) / 60); });
        break;
      case Cloud::pinwheel:
        over_normal(121, [&](double out, double of_out) {
          over_normal(13, [&](double across, double of_across) {
            const Point p = on_arm(label, out, across);
            m.nodes.push_back({p.x, p.y, share * of_out * of_across});
          });
        });
        break;
      default: {
        const Point p = centre(kind, label);
        m.nodes.push_back({p.x, p.y, share});
      }
    }
  }
  return m;
}

std::vector<double> centres(Cloud kind) {
  std::vector<double> all;
  if (kind != Cloud::blobs && kind != Cloud::ring && kind != Cloud::grid) return all;
  for (int label = 0; label < classes_of(kind); ++label) {
    const Point p = centre(kind, label);
    all.push_back(p.x), all.push_back(p.y);
  }
  return all;
}

}  // namespace nn
