#include "ui/solid/projection.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

double finite_or(double x, double otherwise) { return std::isfinite(x) ? x : otherwise; }

double times(const std::array<double, 4>& row, const Vec3& v) {
  return row[0] * v[0] + row[1] * v[1] + row[2] * v[2] + row[3];
}

}  // namespace

Vec3 Space::place(const Vec3& values) const {
  Vec3 out;
  for (std::size_t k = 0; k < 3; ++k) out[k] = (2 * ranges[k].share(values[k]) - 1) * half[k];
  return out;
}

bool Space::holds(const Vec3& place) const {
  constexpr double slack = 1e-4;
  for (std::size_t k = 0; k < 3; ++k)
    if (!(std::fabs(place[k]) <= half[k] + slack)) return false;
  return true;
}

Space space_of(const lab::Surface& s) {
  Space space;
  std::array<Extent, 3> reach;
  reach[0].add(s.px), reach[1].add(s.py), reach[2].add(s.pz);
  for (const lab::MeshPoint& p : s.points) {
    reach[0].add(static_cast<double>(p.x)), reach[1].add(static_cast<double>(p.y));
    reach[2].add(static_cast<double>(p.z));
  }
  const lab::Axis* const axes[] = {&s.x, &s.y, &s.z};
  double longest = 0;
  for (std::size_t k = 0; k < 3; ++k) {
    space.ranges[k] = fitted(*axes[k], reach[k], false);
    longest = std::max(longest, space.ranges[k].high - space.ranges[k].low);
  }
  if (s.equal && std::isfinite(longest))
    for (std::size_t k = 0; k < 3; ++k)
      space.half[k] = (space.ranges[k].high - space.ranges[k].low) / longest;
  return space;
}

Seen Projection::at(const Vec3& place) const {
  return {{static_cast<float>(times(right, place)), static_cast<float>(times(down, place))},
          static_cast<float>(times(near, place))};
}

Projection projection(const Space& space, Angles angles, const Box& box) {
  constexpr double degree = 0.017453292519943295;
  const double yaw = finite_or(angles.yaw, 0) * degree, pitch = finite_or(angles.pitch, 0) * degree;
  const double across = std::hypot(space.half[0], space.half[1]);
  const double whole = std::hypot(across, space.half[2]);
  const double c = std::cos(yaw), s = std::sin(yaw), cp = std::cos(pitch), sp = std::sin(pitch);
  const double tall = across * std::fabs(sp) + space.half[2] * std::fabs(cp);
  const double scale = std::max(1.0, std::min(static_cast<double>(box.width()) / (2 * across),
                                              static_cast<double>(box.height()) / (2 * tall)));
  const double x = static_cast<double>(0.5f * (box.min.x + box.max.x));
  const double y = static_cast<double>(0.5f * (box.min.y + box.max.y));
  // Turned about z, the figure is seen along y from below it by `pitch`.
  return {{c * scale, -s * scale, 0, x},
          {-s * sp * scale, -c * sp * scale, -cp * scale, y},
          {-s * cp / whole, -c * cp / whole, sp / whole, 0}};
}

}  // namespace ui
