#include "gfx/rehearsal.h"

#include <doctest/doctest.h>

#include <chrono>
#include <thread>

#include "gfx/context.h"
#include "gfx/shot.h"

using tests::Shot;

namespace {

constexpr int extent = 8;

void fill(gfx::Rgb c) {
  glDisable(GL_SCISSOR_TEST);
  glClearColor(c.r, c.g, c.b, 1);
  glClear(GL_COLOR_BUFFER_BIT);
}

// What is shown.
Shot seen(const gfx::Target& screen) { return {extent, screen.read()}; }

}  // namespace

TEST_CASE("what is rehearsed is seen when it is shown and not before") {
  NEEDS_GL;
  gfx::Target screen;
  REQUIRE(screen.resize(extent, extent));
  const gfx::Drawing on_screen(screen);
  fill(tests::blue);
  gfx::Rehearsal rehearsal;
  int calls = 0;
  CHECK(rehearsal.draw(extent, extent, [&] {
    ++calls;
    fill(tests::orange);
    // A corner, so that a picture that is turned or upside down would show.
    glEnable(GL_SCISSOR_TEST);
    glScissor(0, 0, extent / 2, extent / 4);
    glClearColor(1, 1, 1, 1);
    glClear(GL_COLOR_BUFFER_BIT);
  }));
  CHECK(calls == 1);
  CHECK(tests::same(seen(screen).at(0, 0), tests::blue));
  for (int i = 0; i < 2000 && !rehearsal.done(); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  CHECK(rehearsal.done());
  rehearsal.show();
  const Shot shot = seen(screen);
  CHECK(tests::same(shot.at(0, 0), tests::white));
  CHECK(tests::same(shot.at(extent / 2 - 1, extent / 4 - 1), tests::white));
  CHECK(tests::same(shot.at(extent / 2, 0), tests::orange));
  CHECK(tests::same(shot.at(0, extent / 4), tests::orange));
  CHECK(tests::same(shot.at(extent - 1, extent - 1), tests::orange));
  CHECK(glGetError() == GL_NO_ERROR);
}

TEST_CASE("where there is no room nothing is rehearsed, and nothing has to be waited for") {
  NEEDS_GL;
  gfx::Rehearsal rehearsal;
  bool called = false;
  CHECK_FALSE(rehearsal.draw(0, extent, [&] { called = true; }));
  CHECK_FALSE(rehearsal.draw(1 << 24, extent, [&] { called = true; }));
  CHECK_FALSE(called);
  CHECK(rehearsal.done());
}
