#include "labs/recurrent_matrix/plane.h"

#include <cmath>

#include "labs/phrases.h"
#include "num/elementary.h"

namespace laboratory::recurrent_matrix {
namespace {

using lab::Role;

// Those on and above the axis can be moved; the lower ones of pairs follow.
std::vector<lab::Cloud> eigenvalue_points(const Character& c) {
  lab::Cloud upper{"eigenvalues", Role::weight, {}, {}, {}, false, "eigenvalues"}, lower = upper;
  lower.edit = {};
  for (std::size_t k = 0; k < c.values.size(); ++k) {
    lab::Cloud& cloud = c.values[k].im < 0 ? lower : upper;
    cloud.x.push_back(static_cast<float>(c.values[k].re));
    cloud.y.push_back(static_cast<float>(c.values[k].im));
    cloud.labels.push_back(eigenvalue_name(k));
  }
  return {upper, lower};
}

std::string where_words(const Character& c) {
  int outside = 0, inside = 0;
  for (const int side : c.side) outside += side > 0, inside += side < 0;
  const auto many = [](int n) { return n == 0 ? std::string("none") : brief(n); };
  return "Of " + brief(c.size()) + " eigenvalues " + many(outside) +
         (outside == 1 ? " lies" : " lie") + " outside the unit circle and " + many(inside) +
         " inside. ";
}

std::string list_words(const Character& c) {
  std::string words;
  for (std::size_t k = 0; k < c.values.size(); ++k)
    words += (k == 0 ? "" : ", ") + eigenvalue_name(k) + " = " + complex_words(c.values[k]);
  return words + ".";
}

// What becomes of the powers of W; and of the way back, where tanh makes it another one.
std::string growth_words(const Study& s, const Point& p) {
  const std::string largest = by_decades(p.peak) + ", at T = " + brief(p.peak_at) + ".";
  const std::string powers =
      s.character.sides.grows()
          ? "They grow without end: up to T = " + brief(most_steps) + " the largest is " + largest
          : "The largest is " + largest;
  if (s.linear()) return powers;
  const Peak back = peak(s.way.course.largest);
  return powers + " With tanh the longest gradient on the way back is " + by_decades(back.height) +
         " long, at T = " + brief(back.at) + ".";
}

lab::Working point_words(const Study& s, const Point& p) {
  const double size = num::modulus(p.z);
  lab::Working w;
  w.lines.push_back("z = " + complex_words(p.z) + ", |z| = " + brief(size));
  if (p.distance == 0) {
    w.lines.push_back("z is an eigenvalue: no change of W is needed to make it one.");
    return w;
  }
  w.lines.push_back("ε = smallest singular value of zI − W = " + brief(p.distance) +
                    ": a change of W of that size makes z an eigenvalue.");
  if (p.bound > 0)
    w.lines.push_back("Some power ‖Wᵏ‖ is at least (|z| − 1)/ε = " + brief(p.bound) + ". " +
                      growth_words(s, p));
  else
    w.lines.push_back("On and inside the circle a point promises no growth. Move z outside.");
  return w;
}

}  // namespace

void draw_plane(const Study& s, lab::Report& r) {
  const Character& c = s.character;
  const Pseudospectrum& around = s.pseudospectrum;
  lab::Spectrum plane;
  plane.x = {"real part", -around.across, around.across, false};
  plane.y = {"imaginary part", -around.up, around.up, false};
  plane.value = {"log₁₀ ε, the least change for an eigenvalue at z", 0, 0, false};
  plane.field = around.cells;
  plane.ellipses = {{"unit circle", Role::neutral, false, {0}, {0}, {1}, {1}, {0}}};
  plane.clouds = eigenvalue_points(c);
  plane.crosshair = {"z", "z_re", "z_im"};
  r.figure("plane", "Eigenvalues of W in the complex plane", where_words(c) + list_words(c),
           std::move(plane))
      .tab = tabs::eigenvalues;
}

void draw_point(const Study& s, lab::Report& r) {
  const Point p = point(s);
  const lab::Working words = point_words(s, p);
  r.figure("point", "What the point z says", words.lines.back(), words).tab = tabs::eigenvalues;
}

}  // namespace laboratory::recurrent_matrix
