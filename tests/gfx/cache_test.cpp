#include "gfx/cache.h"

#include <doctest/doctest.h>

#include "gfx/context.h"
#include "gfx/splats.h"

namespace {

using Work = gfx::Cache::Work;

gfx::Look grey_look() {
  gfx::Look look;
  look.ramp = gfx::grey();
  return look;
}

}  // namespace

TEST_CASE("an idle frame uploads and draws nothing, and gives the same texture") {
  NEEDS_GL;
  gfx::Cache cache;
  const std::vector<float> values = {0, 1, 2, 3};
  const gfx::Planes planes{2, 2, {values}};
  const gfx::Grid grid{1, 4, 4, 4, 4};
  const GLuint first = cache.drawn<gfx::MapPass>(7, planes, {grid, grey_look()});
  CHECK(first != 0);
  CHECK(cache.work() == Work{1, 1});
  for (int i = 0; i < 3; ++i) {
    cache.begin_frame();
    CHECK(cache.drawn<gfx::MapPass>(7, planes, {grid, grey_look()}) == first);
    cache.end_frame();
  }
  CHECK(cache.work() == Work{1, 1});
}

TEST_CASE("another grid or look draws again without an upload; one changed value does both") {
  NEEDS_GL;
  gfx::Cache cache;
  std::vector<float> values = {0, 1, 2};
  const gfx::Planes planes{1, 3, {values}};
  gfx::Look look = grey_look();
  cache.drawn<gfx::MapPass>(7, planes, {{1, 3, 1, 3, 1}, look});
  cache.drawn<gfx::MapPass>(7, planes, {{1, 6, 2, 6, 2}, look});
  CHECK(cache.work() == Work{1, 2});
  look.peak = 2;
  cache.drawn<gfx::MapPass>(7, planes, {{1, 6, 2, 6, 2}, look});
  CHECK(cache.work() == Work{1, 3});
  values[2] = 2.5f;
  cache.drawn<gfx::MapPass>(7, planes, {{1, 6, 2, 6, 2}, look});
  CHECK(cache.work() == Work{2, 4});
}

TEST_CASE("while its stamp stands nobody asks for the values, and an equal copy is not uploaded") {
  NEEDS_GL;
  gfx::Cache cache;
  std::vector<float> values = {0, 1, 2};
  int asked = 0;
  const gfx::Grid grid{1, 3, 1, 3, 1};
  const auto show = [&](std::uint64_t stamp, std::uint64_t owner = 7) {
    const auto make = [&] {
      ++asked;
      return gfx::Planes{1, 3, {values}};
    };
    return cache.drawn<gfx::MapPass>(owner, {stamp, make}, {grid, grey_look()});
  };
  const GLuint first = show(1);
  CHECK(show(1) == first);
  CHECK(asked == 1);
  CHECK(show(2) == first);
  CHECK(asked == 2);
  CHECK(cache.work() == Work{1, 1});
  values[1] = 5;
  show(3);
  CHECK(cache.work() == Work{2, 2});
  show(3, 8);  // another owner has seen nothing of it
  CHECK(asked == 4);
  CHECK(cache.work() == Work{3, 3});
}

TEST_CASE("what is not used is freed after its time, what is used is not") {
  NEEDS_GL;
  gfx::Cache cache;
  const std::vector<float> values = {1};
  const gfx::Planes planes{1, 1, {values}};
  const gfx::Grid grid{1, 1, 1, 1, 1};
  const GLuint unused = cache.drawn<gfx::MapPass>(1, planes, {grid, grey_look()});
  for (int i = 0; i < gfx::Cache::frames_kept; ++i) {
    cache.begin_frame();
    cache.drawn<gfx::MapPass>(2, planes, {grid, grey_look()});
    cache.end_frame();
  }
  CHECK(cache.size() == 2);
  cache.begin_frame();
  cache.end_frame();
  CHECK(cache.size() == 1);
  CHECK(glIsTexture(unused) == GL_FALSE);
}

TEST_CASE("maps beyond the device's limits are refused in words, and good ones work afterwards") {
  NEEDS_GL;
  gfx::Cache cache;
  const std::vector<float> tall(static_cast<std::size_t>(gfx::largest_texture()) + 1);
  const gfx::Planes planes{static_cast<int>(tall.size()), 1, {tall}};
  CHECK(cache.drawn<gfx::MapPass>(1, planes, {{1, 1, 1, 1, 1}, grey_look()}) == 0);
  CHECK(cache.error().find("texture") != std::string::npos);

  const std::vector<float> one = {1};
  const int beyond = gfx::largest_texture() + 1;
  CHECK(cache.drawn<gfx::MapPass>(1, gfx::Planes{1, 1, {one}},
                                  {{1, beyond, 1, beyond, 1}, grey_look()}) == 0);
  CHECK(cache.error().find("size") != std::string::npos);
  CHECK(cache.drawn<gfx::MapPass>(1, gfx::Planes{1, 1, {one}}, {{1, 1, 1, 1, 1}, grey_look()}) !=
        0);
  CHECK(cache.error().empty());
}

TEST_CASE(
    "the fingerprint sees a changed bit, another order, another shape, and the sign of zero") {
  const std::vector<float> a = {1, 2, 3, 4, 5}, b = {2, 1, 3, 4, 5}, c = {1, 2, 3, 4, 5.0000005f};
  const std::vector<float> plus = {0}, minus = {-0.0f};
  const auto print = [](int rows, int cols, const std::vector<float>& v) {
    return gfx::fingerprint({rows, cols, {v}});
  };
  CHECK(print(1, 5, a) == print(1, 5, std::vector<float>(a)));
  CHECK(print(1, 5, a) != print(5, 1, a));
  CHECK(print(1, 5, a) != print(1, 5, b));
  CHECK(print(1, 5, a) != print(1, 5, c));
  CHECK(print(1, 1, plus) != print(1, 1, minus));
}

TEST_CASE("a cloud that stands is neither made nor drawn again, and another view draws it alone") {
  NEEDS_GL;
  gfx::Cache cache;
  const std::vector<float> x = {2, 4}, y = {3, 5}, of = {0, 1};
  int asked = 0;
  gfx::SplatLook look;
  const auto show = [&](std::uint64_t stamp) {
    const auto make = [&] {
      ++asked;
      return gfx::Planes{1, 2, {x, y, of}};
    };
    return cache.drawn<gfx::SplatPass>(7, {stamp, make}, {8, 8, look});
  };
  const GLuint texture = show(1);
  CHECK(texture != 0);
  CHECK(show(1) == texture);
  CHECK(asked == 1);
  CHECK(cache.work() == Work{1, 1});
  look.offset_x = 1;
  show(1);
  CHECK(asked == 1);
  CHECK(cache.work() == Work{1, 2});
  const gfx::Pixels pixels = cache.pixels(texture);
  CHECK(pixels.width == 8);
  CHECK(pixels.rgba[4 * (3 * 8 + 3) + 3] > 200);  // the first point, a pixel to the right
}

TEST_CASE("an owner that asks for another kind of picture of the same values gets that one") {
  NEEDS_GL;
  gfx::Cache cache;
  const std::vector<float> x = {2, 4}, y = {3, 5}, of = {0, 1};
  const gfx::Values values(1, [&] { return gfx::Planes{1, 2, {x, y, of}}; });
  const gfx::Grid grid{1, 8, 4, 8, 4};
  cache.drawn<gfx::SplatPass>(7, values, {8, 12, {}});
  const GLuint maps = cache.drawn<gfx::MapPass>(7, values, {grid, grey_look()});
  CHECK(cache.work() == Work{1, 2});
  const gfx::Pixels pixels = cache.pixels(maps);
  CHECK(pixels.height == 12);
  CHECK(pixels.rgba[3] == 255);  // maps leave no pixel clear
  cache.drawn<gfx::SplatPass>(7, values, {8, 12, {}});
  CHECK(cache.work() == Work{1, 3});
}
