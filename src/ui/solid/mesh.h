// The mesh of a figure in its space, as it is drawn and read.
#pragma once

#include <vector>

#include "gfx/maps.h"
#include "ui/maps/heat_scale.h"
#include "ui/solid/projection.h"

namespace ui {

// What follows from the figure alone.
struct Mesh {
  Space space;
  HeatScale scale;           // of its values
  std::vector<Vec3> places;  // of its vertices, in the box of the space
  std::size_t lost = 0;      // vertices that are not finite
  bool cut = false;          // some vertex lies beyond the axes
};
Mesh mesh_of(const lab::Surface& s);

// The planes of gfx::MeshPlane, in `room`.
gfx::Planes mesh_planes(const lab::Surface& s, const Mesh& mesh, std::vector<float>& room);

// The mesh as it is seen from one side.
class SeenMesh {
 public:
  SeenMesh(const lab::Surface& s, const Mesh& mesh, const Projection& from);

  const std::vector<Seen>& vertices() const { return vertices_; }

  // Whether what stands there lies behind a triangle.
  bool hides(const Seen& place) const;

  // The vertex that is read out at a place of the canvas: a corner of the triangle that is seen
  // there, or a vertex that is seen within `reach` of it. -1 where there is none.
  int vertex_at(ImVec2 place, float reach) const;

  // Numbers of the triangles without those that are left out, the farthest first.
  std::vector<std::size_t> back_to_front() const;

 private:
  struct Front {
    std::size_t triangle = 0;
    float near = -2;
    bool any() const { return near >= -1; }
  };
  Front front(ImVec2 place) const;
  bool sound(std::size_t triangle) const;
  const Seen& corner(std::size_t triangle, std::size_t k) const {
    return vertices_[static_cast<std::size_t>(figure_.corners[3 * triangle + k])];
  }

  const lab::Surface& figure_;
  const Mesh& mesh_;
  std::vector<Seen> vertices_;
  std::vector<bool> holds_;  // whether a vertex lies within the axes
};

}  // namespace ui
