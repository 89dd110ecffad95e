#include "gfx/maps.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <numeric>

#include "gfx/context.h"
#include "gfx/shot.h"

using tests::blue;
using tests::one_level;
using tests::orange;
using tests::same;
using tests::Shot;
using tests::white;

namespace {

constexpr float no_number = std::numeric_limits<float>::quiet_NaN();
constexpr float infinite = std::numeric_limits<float>::infinity();
constexpr gfx::Rgb ground{0.2f, 0.4f, 0.6f}, line{0.8f, 0.0f, 0.2f};

// `values` cut into planes of rows x cols, drawn.
Shot drawn(int rows, int cols, const std::vector<float>& values, const gfx::Grid& grid,
           const gfx::Look& look) {
  gfx::Planes planes{rows, cols, {}};
  const std::size_t size = static_cast<std::size_t>(rows) * static_cast<std::size_t>(cols);
  for (std::size_t i = 0; i < values.size(); i += size)
    planes.values.push_back(std::span(values).subspan(i, size));
  const gfx::MapPass pass;
  REQUIRE(pass.error() == "");
  gfx::Stack stack;
  REQUIRE(stack.upload(planes));
  gfx::Target target;
  REQUIRE(pass.draw(stack, {grid, look}, target));
  CHECK(glGetError() == GL_NO_ERROR);
  return {target.width(), target.read()};
}

gfx::Look signed_look(float peak) {
  gfx::Look look;
  look.ramp = gfx::diverging(orange, white, blue);
  look.peak = peak;
  look.ground = ground;
  look.line = line;
  return look;
}

constexpr gfx::Grid single(int width, int height) { return {1, width, height, width, height}; }

}  // namespace

TEST_CASE("the shader gives the colours of the reference, at zero, at the peaks and beyond them") {
  NEEDS_GL;
  std::vector<float> values = {0, -0.0f, 3, -3, 3.0001f, -1e30f, 1e30f, 1e-30f};
  for (int i = 0; i < 56; ++i) values.push_back(-3.4f + 6.8f * static_cast<float>(i) / 55);
  gfx::Look look = signed_look(3);
  for (const gfx::Ramp& ramp :
       {look.ramp, gfx::magnitude(false), gfx::magnitude(true), gfx::grey()}) {
    look.ramp = ramp;
    const Shot shot = drawn(8, 8, values, single(8, 8), look);
    for (int i = 0; i < 64; ++i) {
      const float v = values[static_cast<std::size_t>(i)];
      CAPTURE(v);
      CHECK(same(shot.at(i % 8, i / 8), gfx::colour(ramp, v, 3)));
    }
  }
}

TEST_CASE("what is not finite is hatched with both colours and nothing else") {
  NEEDS_GL;
  for (const float v : {no_number, infinite, -infinite}) {
    const Shot shot = drawn(1, 2, {v, 1}, single(24, 12), signed_look(1));
    int lines = 0, grounds = 0;
    for (int y = 0; y < 12; ++y)
      for (int x = 0; x < 12; ++x) {
        lines += same(shot.at(x, y), line);
        grounds += same(shot.at(x, y), ground);
      }
    CHECK(lines == 48);  // a third of 12 x 12: two pixels of a period of six
    CHECK(grounds == 96);
    CHECK(same(shot.at(12, 0), blue));
  }
}

TEST_CASE("a pixel takes nothing from a cell whose edge it only touches") {
  NEEDS_GL;
  std::vector<float> values(9, no_number);
  values[4] = 1;
  const Shot shot = drawn(3, 3, values, single(12, 12), signed_look(1));
  for (int y = 4; y < 8; ++y)
    for (int x = 4; x < 8; ++x) CHECK(same(shot.at(x, y), blue));
}

TEST_CASE(
    "cell (r, c) of map i fills its block of its tile, and a ragged last row leaves the rest "
    "clear") {
  NEEDS_GL;
  constexpr int rows = 2, cols = 3, maps = 5;
  std::vector<float> values(rows * cols * maps);
  std::iota(values.begin(), values.end(), 1.0f);
  // Two pixels a cell, tiles of 6 x 4, gaps of 3 and 5 pixels, three columns.
  const gfx::Grid grid{3, 6, 4, 9, 9};
  const gfx::Look look = signed_look(30);
  const Shot shot = drawn(rows, cols, values, grid, look);
  REQUIRE(shot.width == 24);
  REQUIRE(shot.bytes.size() == 4 * 24 * 13);
  for (int y = 0; y < 13; ++y)
    for (int x = 0; x < 24; ++x) {
      CAPTURE(x);
      CAPTURE(y);
      const int map = y / 9 * 3 + x / 9;
      if (map >= maps || x % 9 >= 6 || y % 9 >= 4) {
        CHECK(shot.alpha(x, y) == 0);
        continue;
      }
      const int expected = 1 + map * 6 + (y % 9) / 2 * 3 + (x % 9) / 2;
      CHECK(shot.alpha(x, y) == 255);
      CHECK(same(shot.at(x, y), gfx::colour(look.ramp, static_cast<float>(expected), 30)));
    }
}

TEST_CASE("a reduced map shows the mean of the cells under each pixel, shares of cells included") {
  NEEDS_GL;
  // Five cells on two pixels: (1 + 2 + 3/2) / 2.5 = 1.8 and (3/2 + 4 + 5) / 2.5 = 4.2.
  const gfx::Look look = signed_look(5);
  const Shot row = drawn(1, 5, {1, 2, 3, 4, 5}, single(2, 1), look);
  CHECK(same(row.at(0, 0), gfx::colour(look.ramp, 1.8f, 5)));
  CHECK(same(row.at(1, 0), gfx::colour(look.ramp, 4.2f, 5)));

  // A fine chequerboard of -5 and 5 means zero: white, not a moiré of either.
  std::vector<float> board(64 * 64);
  for (std::size_t i = 0; i < board.size(); ++i) board[i] = (i / 64 + i) % 2 ? 5.0f : -5.0f;
  const Shot grey = drawn(64, 64, board, single(8, 8), look);
  for (int i = 0; i < 64; ++i) CHECK(same(grey.at(i % 8, i / 8), white));
}

TEST_CASE("a reduction loses no cell that is not finite") {
  NEEDS_GL;
  std::vector<float> values(40 * 40, 1.0f);
  values[40 * 21 + 33] = no_number;  // pixel (3, 2) of 4 x 4
  const Shot shot = drawn(40, 40, values, single(4, 4), signed_look(1));
  for (int i = 0; i < 16; ++i) CHECK(same(shot.at(i % 4, i / 4), blue) == (i != 2 * 4 + 3));
}

TEST_CASE("planes that do not fit downwards go on in further columns, each in its place") {
  NEEDS_GL;
  const int rows = gfx::largest_texture() / 3;  // three fit downwards
  std::vector<float> values;
  for (int map = 0; map < 5; ++map)
    values.insert(values.end(), static_cast<std::size_t>(rows), static_cast<float>(map - 2));
  const gfx::Look look = signed_look(2);
  const Shot shot = drawn(rows, 1, values, {5, 1, 4, 1, 4}, look);
  for (int map = 0; map < 5; ++map)
    for (int y = 0; y < 4; ++y)
      CHECK(same(shot.at(map, y), gfx::colour(look.ramp, static_cast<float>(map - 2), 2)));
}

TEST_CASE("planes are stacked in as few columns as the side allows, or not at all") {
  CHECK(gfx::stacked(512, 512, 4, 2048).columns == 1);
  CHECK(gfx::stacked(512, 512, 5, 2048).columns == 2);
  CHECK(gfx::stacked(512, 512, 5, 2048).in_a_column == 3);  // evenly: 3 and 2
  CHECK(gfx::stacked(512, 512, 16, 2048).columns == 4);
  CHECK(gfx::stacked(512, 512, 17, 2048).columns == 0);
  CHECK(gfx::stacked(2049, 1, 1, 2048).columns == 0);
  CHECK(gfx::stacked(1, 2049, 1, 2048).columns == 0);
  CHECK(gfx::stacked(0, 4, 1, 2048).columns == 0);
}

TEST_CASE("three planes are red, green and blue, and values beyond [0, 1] saturate") {
  NEEDS_GL;
  gfx::Look look;
  look.colour = true;
  const Shot shot = drawn(1, 2, {0.2f, 1.5f, 0.4f, -1, 0.6f, 1}, single(2, 1), look);
  CHECK(same(shot.at(0, 0), {0.2f, 0.4f, 0.6f}));
  CHECK(same(shot.at(1, 0), {1, 0, 1}));
}

TEST_CASE("the ring repeats, mirrors or hatches as its edge says") {
  NEEDS_GL;
  gfx::Look look = signed_look(4);
  look.ring = 2;
  const auto faded = [&](float v) {
    const gfx::Rgb c = gfx::colour(look.ramp, v, 4);
    return gfx::Rgb{(c.r + ground.r) / 2, (c.g + ground.g) / 2, (c.b + ground.b) / 2};
  };
  const auto check = [&](num::Edge edge, const std::vector<float>& expected) {
    look.edge = edge;
    const Shot shot = drawn(1, 3, {1, 2, 4}, single(7, 5), look);
    for (int x = 0; x < 7; ++x)
      for (int y = 0; y < 5; ++y) {
        CAPTURE(x);
        CAPTURE(y);
        const float v = expected[static_cast<std::size_t>(x)];
        const bool inside = y == 2 && x >= 2 && x < 5;
        CHECK(same(shot.at(x, y), inside ? gfx::colour(look.ramp, v, 4) : faded(v)));
      }
  };
  check(num::Edge::replicate, {1, 1, 1, 2, 4, 4, 4});
  check(num::Edge::reflect, {4, 2, 1, 2, 4, 2, 1});

  look.edge = num::Edge::zero;
  const Shot shot = drawn(1, 3, {1, 2, 4}, single(7, 5), look);
  CHECK(same(shot.at(3, 2), gfx::colour(look.ramp, 2, 4)));
  const gfx::Rgb middle{(ground.r + line.r) / 2, (ground.g + line.g) / 2, (ground.b + line.b) / 2};
  for (int x = 0; x < 7; ++x) {
    CHECK((same(shot.at(x, 0), ground) || same(shot.at(x, 0), middle)));
    CHECK((same(shot.at(x, 4), ground) || same(shot.at(x, 4), middle)));
  }
}
