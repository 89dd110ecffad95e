#include "labs/convolution/easel.h"

#include <algorithm>
#include <cmath>

#include "num/elementary.h"

namespace laboratory::convolution {

Colour mix(const Colour& a, const Colour& b, double share_of_b) {
  return {a.red + share_of_b * (b.red - a.red), a.green + share_of_b * (b.green - a.green),
          a.blue + share_of_b * (b.blue - a.blue)};
}

Easel::Easel(int n)
    : n_(n), planes_(3 * static_cast<std::size_t>(n) * static_cast<std::size_t>(n)) {}

void Easel::put(int row, int col, const Colour& colour, double opacity) {
  const std::size_t size = planes_.size() / 3;
  float* at = planes_.data() + static_cast<std::ptrdiff_t>(row) * n_ + col;
  for (const double channel : {colour.red, colour.green, colour.blue}) {
    *at = static_cast<float>(*at + opacity * (channel - *at));
    at += size;
  }
}

template <class Distance>
void Easel::fill(const Colour& colour, Distance distance) {
  for (int r = 0; r < n_; ++r)
    for (int c = 0; c < n_; ++c) {
      const double inside = 0.5 - n_ * distance((c + 0.5) / n_, (r + 0.5) / n_);
      if (inside > 0) put(r, c, colour, std::min(inside, 1.0));
    }
}

void Easel::wash(const Colour& from, const Colour& to) {
  paint([&](double x, double y, double) { return mix(from, to, 0.5 * (x + y)); });
}

void Easel::disc(double x, double y, double radius, const Colour& colour) {
  fill(colour, [=](double px, double py) {
    return std::sqrt((px - x) * (px - x) + (py - y) * (py - y)) - radius;
  });
}

void Easel::box(double x, double y, double half, double angle, const Colour& colour) {
  const double cos = num::cos(angle), sin = num::sin(angle);
  fill(colour, [=](double px, double py) {
    const double u = (px - x) * cos + (py - y) * sin, v = (py - y) * cos - (px - x) * sin;
    return std::max(std::fabs(u), std::fabs(v)) - half;
  });
}

void Easel::triangle(Point a, Point b, Point c, const Colour& colour) {
  // Distance to the left of the line from p to q, which is outside for clockwise corners.
  const auto beyond = [](Point p, Point q, double x, double y) {
    const double dx = q.x - p.x, dy = q.y - p.y;
    return ((x - p.x) * dy - (y - p.y) * dx) / std::sqrt(dx * dx + dy * dy);
  };
  fill(colour, [=](double x, double y) {
    return std::max({beyond(a, b, x, y), beyond(b, c, x, y), beyond(c, a, x, y)});
  });
}

void Easel::stroke(Point from, Point to, double half, const Colour& colour) {
  const double dx = to.x - from.x, dy = to.y - from.y, length = dx * dx + dy * dy;
  fill(colour, [=](double x, double y) {
    const double along = ((x - from.x) * dx + (y - from.y) * dy) / length;
    const double t = std::clamp(along, 0.0, 1.0);
    const double u = x - from.x - t * dx, v = y - from.y - t * dy;
    return std::sqrt(u * u + v * v) - half;
  });
}

}  // namespace laboratory::convolution
