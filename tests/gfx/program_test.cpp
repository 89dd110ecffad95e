#include "gfx/program.h"

#include <doctest/doctest.h>

#include <string_view>

#include "gfx/context.h"

namespace gfx {
extern const Source maps_frag;
}

namespace {

gfx::Source source(std::string_view text) {
  return {reinterpret_cast<const unsigned char*>(text.data()), text.size()};
}

constexpr std::string_view plain =
    "#version 300 es\nprecision highp float;\nuniform float u_share;\nout vec4 colour;\n"
    "void main() { colour = vec4(u_share); }\n";

}  // namespace

TEST_CASE("the embedded shaders begin with the version that both platforms ask for") {
  for (const gfx::Source shader : {gfx::screen_vert, gfx::maps_frag}) {
    const std::string_view text(reinterpret_cast<const char*>(shader.data()), shader.size());
    CHECK(text.substr(0, 19) == "#version 300 es\n// ");
    CHECK(text.back() == '\n');
  }
}

TEST_CASE("a program that links has no error and knows its uniforms") {
  NEEDS_GL;
  const gfx::Program program("plain", gfx::screen_vert, source(plain));
  CHECK(program);
  CHECK(program.error().empty());
  CHECK(program.uniform("u_share") >= 0);
  CHECK(program.uniform("u_absent") == -1);
}

TEST_CASE("a fragment shader that does not compile is named with its stage and the line at fault") {
  NEEDS_GL;
  const gfx::Program program(
      "broken", gfx::screen_vert,
      source("#version 300 es\nprecision highp float;\nvoid main() { x = 1; }"));
  CHECK_FALSE(program);
  CHECK(program.error().find("broken: fragment shader: ") == 0);
  CHECK(program.error().find(":3") != std::string::npos);
  CHECK(program.error().find('x', 25) != std::string::npos);
}

TEST_CASE("shaders that compile but do not fit together say so at linking") {
  NEEDS_GL;
  const gfx::Program program(
      "unfit", gfx::screen_vert,
      source("#version 300 es\nprecision highp float;\nin vec2 v_uv;\nout vec4 colour;\n"
             "void main() { colour = vec4(v_uv, 0.0, 1.0); }\n"));
  CHECK_FALSE(program);
  CHECK(program.error().find("unfit: linking: ") == 0);
  CHECK(program.error().find("v_uv") != std::string::npos);
}
