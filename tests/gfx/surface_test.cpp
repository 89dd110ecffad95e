#include "gfx/surface.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "gfx/context.h"
#include "gfx/shot.h"

using tests::Shot;

namespace {

constexpr float without_number = std::numeric_limits<float>::quiet_NaN();

struct Vertex {
  float x, y, z;
  float value = 0;
  float nx = 0, ny = 0, nz = 1;
};

struct Mesh {
  std::vector<Vertex> vertices;
  std::vector<std::array<int, 3>> triangles;
  std::vector<std::array<int, 3>> segments;  // two ends and a kind
};

constexpr int side = 64;

// Seen along z from above it: a unit is 24 pixels, x to the right and y upwards.
gfx::SurfaceLook from_above() {
  gfx::SurfaceLook look;
  look.right = {24, 0, 0, 32};
  look.down = {0, -24, 0, 32};
  look.near = {0, 0, 0.5f, 0};
  look.ramp = gfx::grey();
  look.ramp.stops.fill(tests::orange);
  for (std::size_t i = 8; i < look.ramp.stops.size(); ++i) look.ramp.stops[i] = tests::blue;
  look.missing = {0, 1, 0};
  look.plain = {1, 0, 1};
  look.lines = {gfx::Rgb{1, 0, 0}, gfx::Rgb{0, 0, 0}, {}, {}, {}, {}, {}};
  look.thick = 1.5f;
  look.smooth = 3;
  return look;
}

Shot drawn(const Mesh& mesh, gfx::SurfaceLook look, int width = side, int height = side) {
  constexpr std::size_t cols = 256;
  const std::size_t most =
      std::max({mesh.vertices.size(), mesh.triangles.size(), mesh.segments.size()});
  const std::size_t rows = std::max<std::size_t>(1, (most + cols - 1) / cols), cells = rows * cols;
  std::vector<float> all(cells * gfx::mesh_planes, without_number);
  const auto put = [&](gfx::MeshPlane plane, std::size_t i, float v) {
    all[static_cast<std::size_t>(plane) * cells + i] = v;
  };
  for (std::size_t i = 0; i < mesh.vertices.size(); ++i) {
    const Vertex& v = mesh.vertices[i];
    put(gfx::MeshPlane::x, i, v.x), put(gfx::MeshPlane::y, i, v.y), put(gfx::MeshPlane::z, i, v.z);
    put(gfx::MeshPlane::normal_x, i, v.nx), put(gfx::MeshPlane::normal_y, i, v.ny);
    put(gfx::MeshPlane::normal_z, i, v.nz), put(gfx::MeshPlane::value, i, v.value);
  }
  for (std::size_t i = 0; i < mesh.triangles.size(); ++i) {
    put(gfx::MeshPlane::corner_0, i, static_cast<float>(mesh.triangles[i][0]));
    put(gfx::MeshPlane::corner_1, i, static_cast<float>(mesh.triangles[i][1]));
    put(gfx::MeshPlane::corner_2, i, static_cast<float>(mesh.triangles[i][2]));
  }
  for (std::size_t i = 0; i < mesh.segments.size(); ++i) {
    put(gfx::MeshPlane::end_0, i, static_cast<float>(mesh.segments[i][0]));
    put(gfx::MeshPlane::end_1, i, static_cast<float>(mesh.segments[i][1]));
    put(gfx::MeshPlane::kind, i, static_cast<float>(mesh.segments[i][2]));
  }
  gfx::Planes planes{static_cast<int>(rows), static_cast<int>(cols), {}};
  for (std::size_t i = 0; i < gfx::mesh_planes; ++i)
    planes.values.push_back(std::span<const float>(all).subspan(i * cells, cells));
  look.triangles = static_cast<int>(mesh.triangles.size());
  look.segments = static_cast<int>(mesh.segments.size());
  gfx::SurfacePass pass;
  REQUIRE(pass.error() == "");
  gfx::Stack stack;
  REQUIRE(stack.upload(planes));
  gfx::Target target;
  REQUIRE(pass.draw(stack, {width, height, look}, target));
  CHECK(glGetError() == GL_NO_ERROR);
  return {width, target.read()};
}

// A square from -1 to 1 at height z, as two triangles.
void add_square(Mesh& mesh, Vertex like) {
  const int n = static_cast<int>(mesh.vertices.size());
  for (const auto [x, y] : {std::array{-1.0f, -1.0f}, {1, -1}, {1, 1}, {-1, 1}}) {
    Vertex v = like;
    v.x = x, v.y = y;
    mesh.vertices.push_back(v);
  }
  mesh.triangles.push_back({n, n + 1, n + 2});
  mesh.triangles.push_back({n, n + 3, n + 2});
}

gfx::Rgb shaded(gfx::Rgb c, float nx, float ny, float nz) {
  const float share = gfx::surface_shade({nx, ny, nz});
  return {c.r * share, c.g * share, c.b * share};
}

bool near_to(gfx::Rgb a, gfx::Rgb b) {
  const auto close = [](float x, float y) { return std::fabs(x - y) <= 2.5f * tests::one_level; };
  return close(a.r, b.r) && close(a.g, b.g) && close(a.b, b.b);
}

}  // namespace

TEST_CASE("what is nearer hides what is farther, whichever comes first") {
  NEEDS_GL;
  for (const bool near_first : {false, true}) {
    Mesh mesh;
    add_square(mesh, {0, 0, near_first ? 0.5f : -0.5f, near_first ? 1.0f : 0.0f});
    add_square(mesh, {0, 0, near_first ? -0.5f : 0.5f, near_first ? 0.0f : 1.0f});
    const Shot shot = drawn(mesh, from_above());
    CHECK(near_to(shot.at(32, 32), shaded(tests::blue, 0, 0, 1)));
    CHECK(shot.alpha(32, 32) == 255);
    CHECK(shot.alpha(2, 2) == 0);
  }
}

TEST_CASE("two planes that cross are each seen where they are nearer") {
  NEEDS_GL;
  Mesh mesh;
  add_square(mesh, {0, 0, 0, 1});
  add_square(mesh, {0, 0, 0, 0});
  for (std::size_t i = 4; i < 8; ++i) mesh.vertices[i].z = 0.5f * mesh.vertices[i].x;
  const Shot shot = drawn(mesh, from_above());
  CHECK(near_to(shot.at(20, 32), shaded(tests::blue, 0, 0, 1)));
  CHECK(near_to(shot.at(44, 32), shaded(tests::orange, 0, 0, 1)));
}

TEST_CASE("a place is the brighter the more it faces the light, from either side") {
  NEEDS_GL;
  for (const float sign : {1.0f, -1.0f}) {
    for (const auto n : {std::array{0.0f, 0.0f, 1.0f},
                         {-0.41f, 0.54f, 0.735f},
                         {0.6f, 0.0f, 0.8f},
                         {0.6f, -0.8f, 0.01f}}) {
      Mesh mesh;
      // A normal needs no length.
      add_square(mesh, {0, 0, 0, 0, 3 * sign * n[0], 3 * sign * n[1], 3 * sign * n[2]});
      const Shot shot = drawn(mesh, from_above());
      CHECK(near_to(shot.at(32, 32), shaded(tests::orange, n[0], n[1], n[2])));
    }
  }
}

TEST_CASE("what faces the light shows all of its colour, and what stands across it the least") {
  const auto [x, y, z] = gfx::to_light;
  CHECK(gfx::surface_shade({2 * x, 2 * y, 2 * z}) == doctest::Approx(1).epsilon(0.01));
  CHECK(gfx::surface_shade({-x, -y, -z}) == doctest::Approx(1).epsilon(0.01));
  CHECK(gfx::surface_shade({0.54f, 0.41f, 0}) == doctest::Approx(gfx::ambient));
}

TEST_CASE("a mesh without values is plain, and a value that is not finite is seen as missing") {
  NEEDS_GL;
  Mesh mesh;
  add_square(mesh, {0, 0, 0, without_number});
  gfx::SurfaceLook look = from_above();
  CHECK(near_to(drawn(mesh, look).at(32, 32), shaded(look.missing, 0, 0, 1)));
  look.valued = false;
  CHECK(near_to(drawn(mesh, look).at(32, 32), shaded(look.plain, 0, 0, 1)));
}

TEST_CASE("a line over the mesh or on it is seen, and one behind it is dim") {
  NEEDS_GL;
  for (const float height : {0.5f, 0.0f, -0.5f}) {
    CAPTURE(height);
    Mesh mesh;
    add_square(mesh, {0, 0, 0, 1});
    mesh.vertices.push_back({-1.2f, 0, height});
    mesh.vertices.push_back({1.2f, 0, height});
    mesh.segments.push_back({4, 5, 0});
    gfx::SurfaceLook look = from_above();
    look.half = {2, 2, 2};
    const Shot shot = drawn(mesh, look);
    const gfx::Rgb ground = shaded(tests::blue, 0, 0, 1), red = look.lines[0];
    const auto mixed = [&](float a, float b) { return a + (b - a) * look.hidden; };
    const gfx::Rgb dim{mixed(ground.r, red.r), mixed(ground.g, red.g), mixed(ground.b, red.b)};
    CHECK(near_to(shot.at(40, 32), height < 0 ? dim : red));
    CHECK(near_to(shot.at(40, 36), ground));
    CHECK(near_to(shot.at(5, 32), red));  // beyond the mesh
  }
}

TEST_CASE("what is cut off by the box, or has a vertex that is not finite, leaves no trace") {
  NEEDS_GL;
  Mesh mesh;
  add_square(mesh, {0, 0, 0, 1});
  gfx::SurfaceLook look = from_above();
  look.half = {0.5f, 1, 1};
  const Shot shot = drawn(mesh, look);
  CHECK(shot.alpha(32, 32) == 255);
  CHECK(shot.alpha(32, 12) == 255);
  CHECK(shot.alpha(12, 32) == 0);

  look.half = {1, 1, 1};
  mesh.vertices[2].z = without_number;
  mesh.segments.push_back({0, 2, 0});
  const Shot none = drawn(mesh, look);
  CHECK(std::all_of(none.bytes.begin(), none.bytes.end(), [](int byte) { return byte == 0; }));
}

TEST_CASE("edges are smooth: a pixel is as opaque as the mesh covers it") {
  NEEDS_GL;
  Mesh mesh;
  add_square(mesh, {0, 0, 0, 1});
  gfx::SurfaceLook look = from_above();
  look.right[3] = 32.5f;
  const Shot shot = drawn(mesh, look);
  // The left side is at 8.5 pixels; with three samples across one or two of them lie in it.
  CHECK(shot.alpha(8, 32) >= 80);
  CHECK(shot.alpha(8, 32) <= 175);
  CHECK(near_to(shot.at(8, 32), shaded(tests::blue, 0, 0, 1)));
}

TEST_CASE("of 40 000 triangles each leaves its trace") {
  NEEDS_GL;
  Mesh mesh;
  gfx::SurfaceLook look = from_above();
  look.right = {1, 0, 0, 0}, look.down = {0, 1, 0, 0};
  look.half = {1000, 1000, 1};
  look.smooth = 1;
  for (int i = 0; i < 40000; ++i) {
    const auto x = static_cast<float>(2 * (i % 200)), y = static_cast<float>(2 * (i / 200));
    const int n = static_cast<int>(mesh.vertices.size());
    mesh.vertices.insert(mesh.vertices.end(), {{x, y, 0}, {x + 1.4f, y, 0}, {x, y + 1.4f, 0}});
    mesh.triangles.push_back({n, n + 1, n + 2});
  }
  const Shot shot = drawn(mesh, look, 400, 400);
  int traces = 0;
  for (int y = 0; y < 400; y += 2)
    for (int x = 0; x < 400; x += 2) traces += shot.alpha(x, y) == 255;
  CHECK(traces == 40000);
}
