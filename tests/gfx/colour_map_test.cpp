#include "gfx/colour_map.h"

#include <doctest/doctest.h>

#include <cmath>

#include "gfx/shot.h"

using tests::blue;
using tests::orange;
using tests::white;

namespace {

float distance(gfx::Rgb a, gfx::Rgb b) {
  return std::sqrt((a.r - b.r) * (a.r - b.r) + (a.g - b.g) * (a.g - b.g) +
                   (a.b - b.b) * (a.b - b.b));
}

}  // namespace

TEST_CASE("the two-sided ramp has its named colours at -peak, 0 and peak, and stays there beyond") {
  const gfx::Ramp ramp = gfx::diverging(orange, white, blue);
  for (const float peak : {1e-6f, 1.0f, 2.5f, 1e30f}) {
    CAPTURE(peak);
    CHECK(gfx::colour(ramp, -peak, peak) == orange);
    CHECK(gfx::colour(ramp, 0, peak) == white);
    CHECK(gfx::colour(ramp, peak, peak) == blue);
    CHECK(gfx::colour(ramp, -7 * peak, peak) == orange);
    CHECK(gfx::colour(ramp, 7 * peak, peak) == blue);
  }
}

TEST_CASE("a peak that is no positive number counts as 1") {
  const gfx::Ramp ramp = gfx::diverging(orange, white, blue);
  for (const float peak : {0.0f, -3.0f, INFINITY, NAN})
    CHECK(gfx::colour(ramp, 0.5f, peak) == gfx::colour(ramp, 0.5f, 1));
}

TEST_CASE("OKLab lightness of the grey axis is known") {
  CHECK(gfx::lightness({0, 0, 0}) == doctest::Approx(0));
  CHECK(gfx::lightness({1, 1, 1}) == doctest::Approx(1).epsilon(1e-4));
  // sRGB 0.5 is 0.21404 in linear light, and L is its cube root.
  CHECK(gfx::lightness({0.5f, 0.5f, 0.5f}) == doctest::Approx(0.59818).epsilon(1e-4));
}

TEST_CASE("both sides of the two-sided ramp darken in even steps from white") {
  const gfx::Ramp ramp = gfx::diverging(orange, white, blue);
  for (const float side : {-1.0f, 1.0f}) {
    const float whole = gfx::lightness(gfx::colour(ramp, side, 1)) - gfx::lightness(white);
    for (int i = 1; i < 8; ++i) {
      const float share = static_cast<float>(i) / 8;
      const float part = gfx::lightness(gfx::colour(ramp, side * share, 1)) - gfx::lightness(white);
      CHECK(part == doctest::Approx(whole * share).epsilon(0.02));
    }
  }
}

TEST_CASE("the magnitude ramp starts at the theme's ground and changes lightness evenly") {
  for (const bool dark : {false, true}) {
    CAPTURE(dark);
    const gfx::Ramp ramp = gfx::magnitude(dark);
    const float first = gfx::lightness(ramp.stops.front()),
                last = gfx::lightness(ramp.stops.back());
    CHECK((dark ? first < 0.2f : first > 0.95f));
    CHECK(std::fabs(last - first) > 0.65f);
    const float step = (last - first) / (gfx::ramp_stops - 1);
    for (std::size_t i = 1; i < ramp.stops.size(); ++i) {
      CAPTURE(i);
      CHECK(gfx::lightness(ramp.stops[i]) - gfx::lightness(ramp.stops[i - 1]) ==
            doctest::Approx(step).epsilon(0.03));
    }
  }
}

TEST_CASE("no two of seventeen evenly spaced values share a colour") {
  for (const gfx::Ramp& ramp : {gfx::diverging(orange, white, blue), gfx::magnitude(false),
                                gfx::magnitude(true), gfx::grey()})
    for (std::size_t i = 1; i < ramp.stops.size(); ++i)
      CHECK(distance(ramp.stops[i], ramp.stops[i - 1]) > 0.03f);
}

TEST_CASE("grey is the value itself") {
  CHECK(gfx::colour(gfx::grey(), 0.3f, 1).g == doctest::Approx(0.3f));
  CHECK(gfx::colour(gfx::grey(), 2, 4).b == doctest::Approx(0.5f));
}
