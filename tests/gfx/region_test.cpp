#include "gfx/region.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "gfx/context.h"
#include "gfx/shot.h"

using tests::same;
using tests::Shot;

namespace {

constexpr gfx::RegionLook look{.first = {0.75f, 0.33f, 0.0f},
                               .second = {0.09f, 0.41f, 0.69f},
                               .ground = {1, 1, 1},
                               .line = {0, 0, 0},
                               .depth = 0.5f,
                               .thick = 1};

Shot drawn(int rows, int cols, const std::vector<float>& values, int width, int height) {
  const gfx::RegionPass pass;
  REQUIRE(pass.error() == "");
  gfx::Stack field;
  REQUIRE(field.upload({rows, cols, {values}}));
  gfx::Target target;
  REQUIRE(pass.draw(field, {width, height, look}, target));
  CHECK(glGetError() == GL_NO_ERROR);
  return {width, target.read()};
}

}  // namespace

TEST_CASE("a cell of one pixel has the colour of its probability, each side that of its class") {
  NEEDS_GL;
  std::vector<float> values;
  for (int i = 0; i < 16; ++i) values.push_back(i < 8 ? 0.02f * static_cast<float>(i) : 1.0f);
  const Shot shot = drawn(1, 16, values, 16, 1);
  for (int i = 0; i < 16; ++i) {
    if (i == 7 || i == 8) continue;  // the line runs between them
    CAPTURE(i);
    CHECK(same(shot.at(i, 0), gfx::region_colour(look, values[static_cast<std::size_t>(i)])));
  }
  CHECK(gfx::region_colour(look, 0.4f).r > gfx::region_colour(look, 0.4f).b);
  CHECK(gfx::region_colour(look, 0.6f).b > gfx::region_colour(look, 0.6f).r);
}

TEST_CASE("row 0 is the top") {
  NEEDS_GL;
  const Shot shot = drawn(2, 1, {0, 1}, 1, 40);
  CHECK(same(shot.at(0, 2), gfx::region_colour(look, 0)));
  CHECK(same(shot.at(0, 37), gfx::region_colour(look, 1)));
}

TEST_CASE("the line along one half is as wide where the field is steep as where it is flat") {
  NEEDS_GL;
  for (const float slope : {0.02f, 0.4f}) {
    CAPTURE(slope);
    std::vector<float> values;
    for (int i = 0; i < 9; ++i) values.push_back(0.5f + slope * static_cast<float>(i - 4) / 4);
    const Shot shot = drawn(1, 9, values, 90, 1);
    int dark = 0;
    for (int x = 0; x < 90; ++x) dark += shot.at(x, 0).g < 0.5f;
    CHECK(dark == 2);  // 2 thick, at the middle
    CHECK(shot.at(44, 0).g < 0.5f);
    CHECK(shot.at(45, 0).g < 0.5f);
  }
}

TEST_CASE("a field of one half everywhere is the ground, without a line") {
  NEEDS_GL;
  const Shot shot = drawn(4, 4, std::vector<float>(16, 0.5f), 12, 12);
  for (int i = 0; i < 144; ++i) CHECK(same(shot.at(i % 12, i / 12), look.ground));
}

TEST_CASE("around a value that is not finite the field is hatched with ground and line alone") {
  NEEDS_GL;
  std::vector<float> values(16, 0.9f);
  values[5] = std::numeric_limits<float>::quiet_NaN();
  const Shot shot = drawn(4, 4, values, 48, 48);
  int lines = 0;
  for (int y = 14; y < 22; ++y) {
    for (int x = 14; x < 22; ++x) {
      lines += same(shot.at(x, y), look.line);
      CHECK((same(shot.at(x, y), look.line) || same(shot.at(x, y), look.ground)));
    }
  }
  CHECK(lines > 10);
  CHECK(same(shot.at(46, 46), gfx::region_colour(look, 0.9f)));
}
