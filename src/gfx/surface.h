// A mesh of triangles and lines in space, seen from far away, drawn by the shaders surface.vert and
// surface.frag.
#pragma once

#include <array>

#include "gfx/colour_map.h"
#include "gfx/maps.h"
#include "gfx/settle.h"

namespace gfx {

// The planes of a mesh, all of the same size; cells that hold nothing are NaN. Normals need no
// length. Corners and ends are numbers of vertices, the kind of a segment is that of its colour.
enum class MeshPlane : std::uint8_t {
  x,
  y,
  z,
  normal_x,
  normal_y,
  normal_z,
  value,  // of a vertex
  corner_0,
  corner_1,
  corner_2,  // of a triangle
  end_0,
  end_1,
  kind  // of a segment
};
constexpr int mesh_planes = 13;

constexpr int line_kinds = 7;

struct SurfaceLook {
  // A vertex v = (x, y, z, 1) stands right·v pixels from the left and down·v from the top, and
  // near·v of the way to the eye, from -1 for the farthest to 1. The first three of each make right
  // angles, and those of `right` and `down` are equally long.
  std::array<float, 4> right{}, down{}, near{};
  std::array<float, 3> half{1, 1, 1};  // what is farther from 0 along an axis is cut off
  int triangles = 0, segments = 0;     // in the first cells of their planes
  bool valued = true;
  Ramp ramp;    // of values up to 1, where `valued`
  Rgb plain;    // the colour of the mesh where not
  Rgb missing;  // where a value is not finite
  std::array<Rgb, line_kinds> lines;
  float thick = 1;      // half the width of a line, in pixels
  float hidden = 0.3f;  // opacity of a line behind the mesh
  int smooth = 2;       // a pixel is the mean of so many by so many
  bool operator==(const SurfaceLook&) const = default;
};

// Where the light comes from: to the right, upwards and towards the eye. Of length 1.
constexpr std::array<float, 3> to_light{-0.41f, 0.54f, 0.735f};

// The share of its colour that a place shows whose normal, of any length and either sign, is this:
// 1 where it faces the light, and `ambient` where no light falls on it.
constexpr float ambient = 0.58f;
float surface_shade(const std::array<float, 3>& normal);

// The pass that draws them on a clear ground. Light falls from the upper left of the eye, on both
// sides of a triangle. A triangle or segment with a vertex that is not finite is left out.
class SurfacePass {
 public:
  using Picture = Sized<SurfaceLook>;
  SurfacePass();
  const std::string& error() const {
    return program_.error().empty() ? settle_.error() : program_.error();
  }
  // False where the target cannot have that size.
  bool draw(const Stack& mesh, const Picture& picture, Target& target);

 private:
  Program program_;
  SettlePass settle_;
  Target sheet_{Target::Depths::kept};
};

}  // namespace gfx
