#include "ui/solid/mesh.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "gfx/surface.h"

namespace ui {

namespace {

bool all_finite(const Vec3& v) {
  return std::isfinite(v[0]) && std::isfinite(v[1]) && std::isfinite(v[2]);
}

Vec3 difference(const Vec3& a, const Vec3& b) { return {a[0] - b[0], a[1] - b[1], a[2] - b[2]}; }

Vec3 cross_product(const Vec3& a, const Vec3& b) {
  return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

std::size_t triangle_count(const lab::Surface& s) { return s.corners.size() / 3; }

// The normals of the triangles around each vertex, larger ones counting more. Triangles may go
// either way round, so each is turned to the side of the sum so far.
std::vector<Vec3> vertex_normals(const lab::Surface& s, const Mesh& mesh) {
  std::vector<Vec3> normals(mesh.places.size());
  for (std::size_t i = 0; i < triangle_count(s); ++i) {
    const auto vertex = [&](std::size_t k) {
      return static_cast<std::size_t>(s.corners[3 * i + k]);
    };
    const Vec3 &a = mesh.places[vertex(0)], &b = mesh.places[vertex(1)],
               &c = mesh.places[vertex(2)];
    if (!all_finite(a) || !all_finite(b) || !all_finite(c)) continue;
    const Vec3 normal = cross_product(difference(b, a), difference(c, a));
    for (std::size_t k = 0; k < 3; ++k) {
      Vec3& sum = normals[vertex(k)];
      const double along = sum[0] * normal[0] + sum[1] * normal[1] + sum[2] * normal[2];
      for (std::size_t d = 0; d < 3; ++d) sum[d] += along < 0 ? -normal[d] : normal[d];
    }
  }
  for (Vec3& n : normals) {
    const double length = std::hypot(n[0], n[1], n[2]);
    for (double& x : n) x = length > 0 ? x / length : 0;
  }
  return normals;
}

float area_twice(ImVec2 a, ImVec2 b, ImVec2 c) {
  return (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
}

}  // namespace

Mesh mesh_of(const lab::Surface& s) {
  Mesh mesh;
  mesh.space = space_of(s);
  mesh.scale = heat_scale(s.value, s.signed_values, {s.values});
  for (std::size_t i = 0; i < s.px.size(); ++i) {
    mesh.places.push_back(
        mesh.space.place({static_cast<double>(s.px[i]), static_cast<double>(s.py[i]),
                          static_cast<double>(s.pz[i])}));
    const bool finite = all_finite(mesh.places.back());
    mesh.lost += !finite;
    mesh.cut = mesh.cut || (finite && !mesh.space.holds(mesh.places.back()));
  }
  return mesh;
}

gfx::Planes mesh_planes(const lab::Surface& s, const Mesh& mesh, std::vector<float>& room) {
  constexpr std::size_t cols = 1024;
  const std::size_t most = std::max({mesh.places.size(), triangle_count(s), s.segments()});
  const std::size_t rows = std::max<std::size_t>(1, (most + cols - 1) / cols), cells = rows * cols;
  room.assign(cells * gfx::mesh_planes, std::numeric_limits<float>::quiet_NaN());
  const auto plane = [&](gfx::MeshPlane first, std::size_t k = 0) {
    return &room[(static_cast<std::size_t>(first) + k) * cells];
  };
  const std::vector<Vec3> normals = vertex_normals(s, mesh);
  for (std::size_t i = 0; i < mesh.places.size(); ++i) {
    for (std::size_t k = 0; k < 3; ++k) {
      plane(gfx::MeshPlane::x, k)[i] = static_cast<float>(mesh.places[i][k]);
      plane(gfx::MeshPlane::normal_x, k)[i] = static_cast<float>(normals[i][k]);
    }
    if (!s.values.empty()) plane(gfx::MeshPlane::value)[i] = mesh.scale.place(s.values[i]);
  }
  for (std::size_t i = 0; i < s.corners.size(); ++i)
    plane(gfx::MeshPlane::corner_0, i % 3)[i / 3] = static_cast<float>(s.corners[i]);
  std::size_t segment = 0;
  for (const lab::MeshLines& lines : s.lines)
    for (std::size_t i = 0; i + 1 < lines.ends.size(); i += 2, ++segment) {
      plane(gfx::MeshPlane::end_0)[segment] = static_cast<float>(lines.ends[i]);
      plane(gfx::MeshPlane::end_1)[segment] = static_cast<float>(lines.ends[i + 1]);
      plane(gfx::MeshPlane::kind)[segment] = static_cast<float>(lines.role);
    }
  gfx::Planes planes{static_cast<int>(rows), static_cast<int>(cols), {}};
  for (std::size_t i = 0; i < gfx::mesh_planes; ++i)
    planes.values.push_back(std::span<const float>(room).subspan(i * cells, cells));
  return planes;
}

SeenMesh::SeenMesh(const lab::Surface& s, const Mesh& mesh, const Projection& from)
    : figure_(s), mesh_(mesh) {
  vertices_.reserve(mesh.places.size());
  holds_.reserve(mesh.places.size());
  for (const Vec3& place : mesh.places) {
    vertices_.push_back(from.at(place));
    holds_.push_back(mesh.space.holds(place));
  }
}

bool SeenMesh::sound(std::size_t triangle) const {
  for (std::size_t k = 0; k < 3; ++k)
    if (!holds_[static_cast<std::size_t>(figure_.corners[3 * triangle + k])]) return false;
  return true;
}

SeenMesh::Front SeenMesh::front(ImVec2 place) const {
  Front found;
  for (std::size_t i = 0; i < triangle_count(figure_); ++i) {
    const Seen &a = corner(i, 0), &b = corner(i, 1), &c = corner(i, 2);
    const float whole = area_twice(a.at, b.at, c.at);
    const float u = area_twice(place, b.at, c.at) / whole;
    const float v = area_twice(a.at, place, c.at) / whole, w = 1 - u - v;
    if (!(u >= 0 && v >= 0 && w >= 0)) continue;
    const float near = u * a.near + v * b.near + w * c.near;
    if (near > found.near && sound(i)) found = {i, near};
  }
  return found;
}

bool SeenMesh::hides(const Seen& place) const {
  constexpr float slack = 0.02f;  // a label on the mesh is not behind it
  return front(place.at).near > place.near + slack;
}

int SeenMesh::vertex_at(ImVec2 place, float reach) const {
  const Front seen = front(place);
  const auto away = [&](std::size_t i) {
    const float dx = vertices_[i].at.x - place.x, dy = vertices_[i].at.y - place.y;
    return dx * dx + dy * dy;
  };
  float nearest = reach * reach;
  int best = -1;
  if (seen.any()) {
    nearest = std::numeric_limits<float>::infinity();
    for (std::size_t k = 0; k < 3; ++k) {
      const auto vertex = static_cast<std::size_t>(figure_.corners[3 * seen.triangle + k]);
      if (away(vertex) < nearest) nearest = away(vertex), best = static_cast<int>(vertex);
    }
    nearest = std::min(nearest, reach * reach);
  }
  // The end of a line in front of the mesh is read rather than what it covers.
  for (std::size_t i = 0; i < vertices_.size(); ++i)
    if (holds_[i] && vertices_[i].near > seen.near + 0.02f && away(i) < nearest)
      nearest = away(i), best = static_cast<int>(i);
  return best;
}

std::vector<std::size_t> SeenMesh::back_to_front() const {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < triangle_count(figure_); ++i)
    if (sound(i)) order.push_back(i);
  const auto depth = [this](std::size_t i) {
    return corner(i, 0).near + corner(i, 1).near + corner(i, 2).near;
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return depth(a) < depth(b); });
  return order;
}

}  // namespace ui
