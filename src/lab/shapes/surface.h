// A mesh of triangles and lines in space, seen from a side that a hand chooses.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "lab/shapes/axis.h"
#include "lab/shapes/gesture.h"

namespace lab {

// Lines of one kind: segment i goes from vertex ends[2 i] to vertex ends[2 i + 1] of the mesh.
struct MeshLines {
  std::string name;
  Role role = Role::neutral;
  std::vector<std::int32_t> ends;
  bool operator==(const MeshLines&) const = default;
};

template <class Archive, Either<MeshLines> Self>
void describe(Archive& a, Self& self) {
  a(self.name);
  a.enumerator(self.role, role_count);
  a(self.ends);
}

// A point in space with its label.
struct MeshPoint {
  std::string label;
  Role role = Role::neutral;
  float x = 0, y = 0, z = 0;
  bool operator==(const MeshPoint&) const = default;
};

template <class Archive, Either<MeshPoint> Self>
void describe(Archive& a, Self& self) {
  a(self.label);
  a.enumerator(self.role, role_count);
  a(self.x, self.y, self.z);
}

// Vertex i stands at (px[i], py[i], pz[i]), with z upwards; triangle i has the vertices
// corners[3 i] to corners[3 i + 2], either way round. Vertices, segments and points count from 0.
// The axes are linear, and with `equal` one unit is as long on all three. A triangle or a segment
// with a vertex that is not finite is left out.
//
// With `values`, one for each vertex, the mesh shows them as colours on the scale of `value`, whose
// range is fitted where low == high; `signed_values` asks for the two-sided ramp around zero.
// Without them it has the colour of `role`.
//
// The picture is seen from far away: at yaw 0 and pitch 0 along y, x to the right. `yaw` turns the
// figure about z, anticlockwise as seen from above; `pitch` is how far the eye is raised above the
// plane of x and y; both in degrees. Where the lab has the fields of both targets, the figure
// stands as these say, so that a lab need not draw it anew while it is turned.
struct Surface {
  Axis x, y, z;
  bool equal = true;
  std::vector<float> px, py, pz;
  std::vector<std::int32_t> corners;
  Role role = Role::neutral;
  Axis value;
  bool signed_values = false;
  std::vector<float> values;
  std::vector<MeshLines> lines;
  std::vector<MeshPoint> points;
  double yaw = 30, pitch = 20;
  Target<Act::yaw> to_yaw;
  Target<Act::pitch> to_pitch;

  static constexpr std::size_t most_vertices = 65536, most_triangles = 40000, most_segments = 40000;

  std::size_t segments() const {
    std::size_t n = 0;
    for (const MeshLines& l : lines) n += l.ends.size() / 2;
    return n;
  }
  bool operator==(const Surface&) const = default;
};

// What is wrong with a mesh, as a sentence; empty where it can be drawn.
inline std::string fault(const Surface& s) {
  const std::size_t n = s.px.size();
  const auto no_vertex = [n](std::int32_t i) { return i < 0 || static_cast<std::size_t>(i) >= n; };
  const auto above = [](std::size_t count, std::size_t most, const char* what) {
    return count <= most ? ""
                         : "The mesh has " + std::to_string(count) + " " + what + ", and at most " +
                               std::to_string(most) + " are drawn.";
  };
  if (s.x.logarithmic || s.y.logarithmic || s.z.logarithmic)
    return "The axes of a mesh are linear.";
  if (s.py.size() != n || s.pz.size() != n) return "A vertex of the mesh lacks a coordinate.";
  if (!s.values.empty() && s.values.size() != n) return "The mesh needs a value for each vertex.";
  bool stray =
      s.corners.size() % 3 != 0 || std::any_of(s.corners.begin(), s.corners.end(), no_vertex);
  for (const MeshLines& l : s.lines)
    stray = stray || l.ends.size() % 2 != 0 || std::any_of(l.ends.begin(), l.ends.end(), no_vertex);
  if (stray) return "A triangle or a line of the mesh lacks a vertex.";
  std::string sentence = above(n, Surface::most_vertices, "vertices");
  if (sentence.empty())
    sentence = above(s.corners.size() / 3, Surface::most_triangles, "triangles");
  return sentence.empty() ? above(s.segments(), Surface::most_segments, "segments") : sentence;
}

template <class Archive, Either<Surface> Self>
void describe(Archive& a, Self& self) {
  a(self.x, self.y, self.z, self.equal, self.px, self.py, self.pz, self.corners);
  a.enumerator(self.role, role_count);
  a(self.value, self.signed_values, self.values, self.lines, self.points, self.yaw, self.pitch,
    self.to_yaw, self.to_pitch);
  a.require(fault(self).empty());
}

// Vertices, and which of them triangles and segments join, by number.
template <class Rows>
void table(Rows& out, const Surface& s) {
  const auto number = [](std::size_t i) { return static_cast<int>(i) + 1; };
  out.line("what", "name", "number", s.x.label, s.y.label, s.z.label, s.value.label, "vertex",
           "vertex", "vertex");
  for (std::size_t i = 0; i < s.px.size(); ++i) {
    if (s.values.empty())
      out.line("vertex", "", number(i), s.px[i], s.py[i], s.pz[i], "", "", "", "");
    else
      out.line("vertex", "", number(i), s.px[i], s.py[i], s.pz[i], s.values[i], "", "", "");
  }
  for (std::size_t i = 0; i + 2 < s.corners.size(); i += 3)
    out.line("triangle", "", number(i / 3), "", "", "", "", s.corners[i] + 1, s.corners[i + 1] + 1,
             s.corners[i + 2] + 1);
  for (const MeshLines& l : s.lines)
    for (std::size_t i = 0; i + 1 < l.ends.size(); i += 2)
      out.line("line", l.name, number(i / 2), "", "", "", "", l.ends[i] + 1, l.ends[i + 1] + 1, "");
  for (std::size_t i = 0; i < s.points.size(); ++i) {
    const MeshPoint& p = s.points[i];
    out.line("point", p.label, number(i), p.x, p.y, p.z, "", "", "", "");
  }
}

inline Gestures gestures(const Surface& s) { return Gestures().offer(s.to_yaw).offer(s.to_pitch); }

}  // namespace lab
