// From the values of a figure in space to places on the canvas: the numbers by which the graphics
// card draws the mesh, and all else is drawn and read.
#pragma once

#include <imgui.h>

#include <array>

#include "lab/shapes/surface.h"
#include "ui/frame/marks.h"
#include "ui/plots/ticks.h"

namespace ui {

using Vec3 = std::array<double, 3>;

// The box that the axes span, around 0, with its longest sides from -1 to 1.
struct Space {
  std::array<Range, 3> ranges;
  Vec3 half{1, 1, 1};

  Vec3 place(const Vec3& values) const;
  bool holds(const Vec3& place) const;
};

// The ranges are those of the axes, or fitted to what the figure shows.
Space space_of(const lab::Surface& s);

// How the figure is turned, in degrees.
struct Angles {
  double yaw = 0, pitch = 0;
  bool operator==(const Angles&) const = default;
};

// A place on the canvas, and how near it is to the eye: -1 for the farthest, 1 for the nearest.
struct Seen {
  ImVec2 at;
  float near = 0;
};

struct Projection {
  // Three factors and an offset for each: points to the right, points down, nearness.
  std::array<double, 4> right{}, down{}, near{};

  Seen at(const Vec3& place) const;
};

// The space turned by the angles, in the middle of `box`, as large as it can be there with that
// pitch: turning about its upright axis does not change its size.
Projection projection(const Space& space, Angles angles, const Box& box);

}  // namespace ui
