#include "labs/recurrent_matrix/sphere.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "labs/phrases.h"
#include "num/elementary.h"
#include "num/singular.h"

namespace laboratory::recurrent_matrix {
namespace {

using lab::Role;
using Place = std::array<double, 3>;

constexpr int around = 48, rings = 31;
constexpr double half_turn = 3.141592653589793;
constexpr double line_reach = 1.2;  // of lines that only show a direction

// The image of the sphere: half axes in falling order, the longest 1, with their directions.
struct Ellipsoid {
  std::array<double, 3> half{};
  std::array<Place, 3> along{};
  double scale = 0;  // log10 of the longest half axis
  int steps = 0;     // that have made it
  int size = 3;      // of the space: it is flat where that is less
};

Ellipsoid image(const num::ScaledMatrix& m, int steps) {
  const int n = m.matrix.rows, shown = std::min(n, 3);
  num::Matrix first = num::Matrix::zero(n, shown);
  for (int i = 0; i < shown; ++i)
    for (int j = 0; j < n; ++j) first.at(j, i) = m.matrix.at(i, j);
  const num::Singular s = num::singular(first);
  Ellipsoid e;
  e.steps = steps;
  e.size = shown;
  e.scale = s.values[0] > 0 ? num::log10(s.values[0]) + m.exponent * num::log10(2)
                            : -std::numeric_limits<double>::infinity();
  for (int k = 0; k < 3; ++k) {
    const auto at = static_cast<std::size_t>(k);
    if (k < shown && s.values[0] > 0) e.half[at] = s.values[at] / s.values[0];
    for (int i = 0; i < 3; ++i)
      e.along[at][static_cast<std::size_t>(i)] =
          k < shown && i < shown ? s.v.at(i, k) : (i == k ? 1 : 0);
  }
  return e;
}

class Mesh {
 public:
  explicit Mesh(lab::Surface& s) : s_(s) {}

  std::int32_t add(const Place& p, double value) {
    s_.px.push_back(static_cast<float>(p[0]));
    s_.py.push_back(static_cast<float>(p[1]));
    s_.pz.push_back(static_cast<float>(p[2]));
    s_.values.push_back(static_cast<float>(value));
    return static_cast<std::int32_t>(s_.px.size()) - 1;
  }
  void triangle(std::int32_t a, std::int32_t b, std::int32_t c) {
    s_.corners.insert(s_.corners.end(), {a, b, c});
  }
  // A line through the middle, or from it.
  void line(lab::MeshLines& lines, const Place& way, double reach, bool both, double value) {
    const auto end = [&](double far) { return Place{far * way[0], far * way[1], far * way[2]}; };
    lines.ends.push_back(add(end(both ? -reach : 0), value));
    lines.ends.push_back(add(end(reach), value));
  }
  void label(std::string words, Role role, const Place& way, double reach) {
    s_.points.push_back({std::move(words), role, static_cast<float>(reach * way[0]),
                         static_cast<float>(reach * way[1]), static_cast<float>(reach * way[2])});
  }

 private:
  lab::Surface& s_;
};

// Vertex (x, y, z) of the sphere, in the coordinates of the half axes. Its value is the length of
// the gradient of length 1 that points there, of which a flat space has no z.
std::int32_t vertex(Mesh& mesh, const Ellipsoid& e, const Place& p) {
  Place at{};
  double before = 0, after = 0;
  for (std::size_t k = 0; k < 3; ++k) {
    const double part = p[k] * e.half[k];
    after += part * part;
    if (static_cast<int>(k) < e.size) before += p[k] * p[k];
    for (std::size_t i = 0; i < 3; ++i) at[i] += part * e.along[k][i];
  }
  double length = e.scale;
  if (before > 0) length += 0.5 * num::log10(after / before);
  return mesh.add(at, std::isfinite(length) ? without_rounding(length, e.steps)
                                            : std::numeric_limits<double>::quiet_NaN());
}

// Cosine and sine of a quarter turn are exact.
double cosine(double turn) {
  const double x = num::cos(turn);
  return std::fabs(x) < 1e-15 ? 0 : x;
}
double sine(double turn) {
  const double x = num::sin(turn);
  return std::fabs(x) < 1e-15 ? 0 : x;
}

void add_ellipsoid(Mesh& mesh, const Ellipsoid& e) {
  const std::int32_t tail = vertex(mesh, e, {-1, 0, 0}), tip = vertex(mesh, e, {1, 0, 0});
  const auto at = [](int ring, int i) { return 2 + ring * around + i % around; };
  for (int ring = 0; ring < rings; ++ring) {
    const double up = half_turn * (ring + 1) / (rings + 1);
    for (int i = 0; i < around; ++i) {
      const double turn = 2 * half_turn * i / around;
      vertex(mesh, e, {-cosine(up), sine(up) * cosine(turn), sine(up) * sine(turn)});
    }
  }
  for (int i = 0; i < around; ++i) {
    mesh.triangle(tail, at(0, i), at(0, i + 1));
    mesh.triangle(tip, at(rings - 1, i), at(rings - 1, i + 1));
    for (int ring = 1; ring < rings; ++ring) {
      mesh.triangle(at(ring - 1, i), at(ring - 1, i + 1), at(ring, i));
      mesh.triangle(at(ring, i), at(ring - 1, i + 1), at(ring, i + 1));
    }
  }
}

// The first three entries at length 1; none where they are all but 0.
std::optional<Place> shown_part(const std::vector<double>& v) {
  Place p{};
  double square = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, v.size()); ++i) {
    p[i] = v[i];
    square += v[i] * v[i];
  }
  if (square < 1e-12) return std::nullopt;
  for (double& x : p) x /= std::sqrt(square);
  return p;
}

std::vector<double> part_of(const num::ComplexVector& v, bool imaginary) {
  std::vector<double> part;
  for (const num::Complex& x : v) part.push_back(imaginary ? x.im : x.re);
  return part;
}

// Real eigenvectors by themselves; of a pair, two directions of its plane.
void add_eigenvectors(Mesh& mesh, const Character& c, lab::MeshLines& lines) {
  for (std::size_t k = 0; k < c.values.size(); ++k) {
    const bool lower = c.values[k].im < 0;
    const auto way = shown_part(part_of(c.left[lower ? k - 1 : k], lower));
    if (!way) continue;
    mesh.line(lines, *way, line_reach, true, 0);
    const std::string value = c.values[k].im == 0 ? brief(c.values[k].re, 3)
                                                  : "size " + brief(num::modulus(c.values[k]), 3);
    mesh.label(eigenvalue_name(k) + ": " + value, Role::weight, *way, line_reach);
  }
}

// Where the gradient that is followed points after its way. An eigenvector keeps its direction,
// which a product of matrices would lose.
std::optional<Place> gradient_way(const Study& s, const num::ScaledMatrix& m) {
  const std::vector<double>& start = s.followed.start;
  if (s.linear() && s.params.direction != Direction::given) return shown_part(start);
  const num::Matrix v{static_cast<int>(start.size()), 1, start};
  std::vector<double> end = product(m.matrix, v).values;
  double largest = 0;
  for (const double x : end) largest = std::max(largest, std::fabs(x));
  if (largest == 0) return std::nullopt;
  for (double& x : end) x /= largest;
  return shown_part(end);
}

lab::Axis entry(const char* label) { return {label, -1.25, 1.25, false}; }

}  // namespace

const char* form_of(const Study& s) {
  constexpr double narrow = 0.3, thin = 0.05, round = 0.995;
  const num::ScaledMatrix m = num::chain_product(s.way.steps, s.steps());
  const Ellipsoid e = image(m, s.params.T);
  const bool flat = e.size < 3;
  if (e.half[0] == 0) return "a point";
  if (e.size < 2 || e.half[1] < narrow) return "a needle";
  if (flat) return e.half[1] > round ? "a disc" : "an ellipse";
  if (e.half[2] < thin) return "a disc";
  return e.half[2] > round ? "a ball" : "an ellipsoid";
}

lab::Surface sphere(const Study& s) {
  const num::ScaledMatrix m = num::chain_product(s.way.steps, s.steps());
  const Ellipsoid e = image(m, s.params.T);
  lab::Surface surface;
  surface.x = entry("g₁"), surface.y = entry("g₂"), surface.z = entry("g₃");
  surface.value = {"log₁₀ of the length", 0, 0, false};
  surface.signed_values = true;
  Mesh mesh(surface);
  add_ellipsoid(mesh, e);

  lab::MeshLines singular{"half axes", Role::neutral, {}};
  for (std::size_t k = 0; k < 3; ++k)
    if (e.half[k] > 0) mesh.line(singular, e.along[k], e.half[k], true, 0);
  lab::MeshLines eigen{"eigenvectors of Wᵀ", Role::weight, {}};
  add_eigenvectors(mesh, s.character, eigen);
  lab::MeshLines gradient{"∇L sent back", Role::gradient, {}};
  if (const auto way = gradient_way(s, m); way && s.followed_is_sound) {
    mesh.line(gradient, *way, 1.1, false, 0);
    mesh.label("∇L × " + by_decades(s.gradient()), Role::gradient, *way, 1.1);
  }
  surface.lines = {singular, eigen, gradient};
  // Where every length is 1 the scale has no values to be fitted to.
  if (std::all_of(surface.values.begin(), surface.values.end(), [](float v) { return v == 0; }))
    surface.value.low = -1, surface.value.high = 1;
  surface.to_yaw = "yaw", surface.to_pitch = "pitch";
  return surface;
}

}  // namespace laboratory::recurrent_matrix
