#include "ui/solid/mesh_drawing.h"

#include <algorithm>
#include <cmath>

#include "gfx/surface.h"
#include "ui/maps/shades.h"

namespace ui {

namespace {

gfx::Rgb own_colour(const lab::Surface& s, const Mesh& mesh, std::size_t triangle,
                    const gfx::Ramp& ramp, const Theme& t) {
  if (s.values.empty()) return rgb(t.of(s.role));
  float sum = 0;
  for (std::size_t k = 0; k < 3; ++k)
    sum += mesh.scale.place(s.values[static_cast<std::size_t>(s.corners[3 * triangle + k])]);
  return std::isfinite(sum) ? gfx::colour(ramp, sum / 3, 1) : rgb(t.faint);
}

// The direction that a triangle faces: to the right, upwards and to the eye, in units of one
// length.
std::array<float, 3> facing(const Seen* corners, float units_of_near) {
  const auto side = [&](const Seen& to) {
    return std::array{to.at.x - corners[0].at.x, corners[0].at.y - to.at.y,
                      (to.near - corners[0].near) * units_of_near};
  };
  const auto a = side(corners[1]), b = side(corners[2]);
  return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

double row_length(const std::array<double, 4>& row) { return std::hypot(row[0], row[1], row[2]); }

// A segment in pieces, each as it is seen.
void draw_segment(ImDrawList& draw, const SeenMesh& seen, const Seen& from, const Seen& to,
                  ImU32 colour) {
  constexpr int pieces = 24;
  const auto between = [&](float share) {
    return Seen{
        {from.at.x + share * (to.at.x - from.at.x), from.at.y + share * (to.at.y - from.at.y)},
        from.near + share * (to.near - from.near)};
  };
  // Pieces that are seen alike are one line.
  int first = 0;
  const auto hidden = [&](int i) {
    return seen.hides(between((static_cast<float>(i) + 0.5f) / pieces));
  };
  bool dim = hidden(0);
  for (int i = 1; i <= pieces; ++i) {
    const bool next = i < pieces && hidden(i);
    if (i < pieces && next == dim) continue;
    draw.AddLine(between(static_cast<float>(first) / pieces).at,
                 between(static_cast<float>(i) / pieces).at,
                 faded(colour, dim ? gfx::SurfaceLook().hidden : 1.0f), 2.2f);
    first = i, dim = next;
  }
}

}  // namespace

bool can_be_vectors(const lab::Surface& s, const Mesh& mesh) {
  return s.corners.size() / 3 <= 2000 && s.segments() <= 200 && !mesh.cut;
}

void draw_as_vectors(ImDrawList& draw, const lab::Surface& s, const Mesh& mesh,
                     const SeenMesh& seen, const Projection& from, const Theme& t) {
  const gfx::Ramp ramp = ramp_of(mesh.scale, t);
  const auto units = static_cast<float>(row_length(from.right) / row_length(from.near));
  for (const std::size_t i : seen.back_to_front()) {
    Seen corners[3];
    for (std::size_t k = 0; k < 3; ++k)
      corners[k] = seen.vertices()[static_cast<std::size_t>(s.corners[3 * i + k])];
    const gfx::Rgb c = own_colour(s, mesh, i, ramp, t);
    const float shade = gfx::surface_shade(facing(corners, units));
    draw.AddTriangleFilled(corners[0].at, corners[1].at, corners[2].at,
                           packed({c.r * shade, c.g * shade, c.b * shade}));
  }
  for (const lab::MeshLines& lines : s.lines)
    for (std::size_t i = 0; i + 1 < lines.ends.size(); i += 2) {
      const auto a = static_cast<std::size_t>(lines.ends[i]);
      const auto b = static_cast<std::size_t>(lines.ends[i + 1]);
      if (mesh.space.holds(mesh.places[a]) && mesh.space.holds(mesh.places[b]))
        draw_segment(draw, seen, seen.vertices()[a], seen.vertices()[b], t.of(lines.role));
    }
}

}  // namespace ui
