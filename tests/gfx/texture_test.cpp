#include "gfx/texture.h"

#include <doctest/doctest.h>

#include <array>

#include "gfx/context.h"
#include "gfx/target.h"

TEST_CASE("a texture has room up to the device's largest side and refuses one texel more") {
  NEEDS_GL;
  const int largest = gfx::largest_texture();
  CHECK(largest >= 2048);  // OpenGL ES 3.0, table 6.28

  gfx::Texture texture;
  CHECK(texture.floats(largest, 1));
  CHECK_FALSE(texture.floats(largest + 1, 1));
  CHECK_FALSE(texture.rgba(1, largest + 1, gfx::Filter::linear));
  CHECK_FALSE(texture.rgba(0, 4, gfx::Filter::nearest));
  CHECK(texture.width() == largest);
  CHECK(texture.height() == 1);
  CHECK(glGetError() == GL_NO_ERROR);
}

TEST_CASE("a texture keeps its name through every change of size and kind") {
  NEEDS_GL;
  gfx::Texture texture;
  REQUIRE(texture.floats(3, 2));
  const GLuint id = texture.id();
  texture.write(0, 0, 3, 2, std::array<float, 6>{1, 2, 3, 4, 5, 6});
  REQUIRE(texture.rgba(2, 1, gfx::Filter::linear));
  texture.write(1, 0, 1, 1, std::array<std::uint8_t, 4>{1, 2, 3, 4});
  CHECK(texture.id() == id);
  CHECK(glGetError() == GL_NO_ERROR);
}

TEST_CASE("drawing to a target gives back the framebuffer that it found") {
  NEEDS_GL;
  gfx::Target outer, inner;
  REQUIRE(outer.resize(5, 4));
  REQUIRE(inner.resize(9, 8));
  const gfx::Drawing drawing(outer);
  GLint before = 0, after = 0;
  glGetIntegerv(GL_FRAMEBUFFER_BINDING, &before);
  CHECK(inner.read().size() == 4 * 9 * 8);
  glGetIntegerv(GL_FRAMEBUFFER_BINDING, &after);
  CHECK(before != 0);
  CHECK(after == before);
}

TEST_CASE("a target refuses what no texture can hold and stays as it was") {
  NEEDS_GL;
  gfx::Target target;
  REQUIRE(target.resize(3, 3));
  CHECK_FALSE(target.resize(gfx::largest_texture() + 1, 3));
  CHECK(target.width() == 3);
  CHECK(target.height() == 3);
}
