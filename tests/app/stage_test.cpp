#include "app/stage.h"

#include <GLES3/gl3.h>
#include <doctest/doctest.h>
#include <imgui.h>

#include <array>
#include <set>

#include "app/catalogue.h"
#include "app/shot.h"
#include "gfx/context.h"
#include "laws/all.h"

namespace {

lab::View view_of(const char* link) {
  exam::Session session(app::catalogue());
  REQUIRE(session.open(link));
  while (!session.advance(1 << 16)) {
  }
  return session.view();
}

bool lies_inside(const ui::Place& p, float width, float height) {
  return p.x >= 0 && p.y >= 0 && p.x + p.width <= width && p.y + p.height <= height;
}

bool overlap(const ui::Place& a, const ui::Place& b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

// Frames until the stage is at rest, at most `most`.
int frames_to_rest(app::Stage& stage, double& seconds, int most = 200) {
  int frames = 1;
  while (stage.frame(seconds += 1.0 / 60) && frames < most) ++frames;
  return frames;
}

}  // namespace

TEST_CASE("every exercise's board comes to rest and stays there") {
  NEEDS_GL;
  tests::Thinned thinned;
  for (const std::string& id : tests::exercise_ids()) {
    if (!thinned.tries()) continue;
    CAPTURE(id);
    const lab::View view = tests::opened(id).view();
    app::Stage stage;
    stage.resize(900, 700, 1);
    stage.show(view);
    double seconds = 0;
    CHECK(frames_to_rest(stage, seconds) < 120);
    CHECK_FALSE(stage.frame(seconds += 1));
    CHECK(stage.height() > 100);
    // All figures but those of tabs that are closed.
    std::set<std::string> tabs;
    std::size_t under_tabs = 0;
    for (const lab::Figure& f : view.report.figures) {
      if (!f.tab.empty()) ++under_tabs, tabs.insert(f.tab);
    }
    CHECK(stage.places().size() <= view.report.figures.size());
    CHECK(stage.places().size() >= view.report.figures.size() - under_tabs + !tabs.empty());
  }
}

TEST_CASE("figures of every lab lie inside the width and beside each other") {
  NEEDS_GL;
  tests::Thinned thinned;
  for (const std::string& id : tests::lab_ids())
    for (const int width : {360, 720, 1400}) {
      if (!thinned.tries()) continue;
      CAPTURE(id);
      CAPTURE(width);
      app::Stage stage;
      stage.resize(width, 700, 1);
      stage.show(tests::opening(id).view());
      double seconds = 0;
      frames_to_rest(stage, seconds);
      const auto& places = stage.places();
      for (std::size_t i = 0; i < places.size(); ++i) {
        CAPTURE(places[i].key);
        CHECK(lies_inside(places[i], static_cast<float>(width), stage.height()));
        for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(overlap(places[i], places[j]));
      }
    }
}

TEST_CASE("a curtain rises for a fifth of a second, and is gone at once where motion is reduced") {
  NEEDS_GL;
  for (const bool reduced : {false, true}) {
    CAPTURE(reduced);
    app::Stage stage;
    stage.theme(false, 15, reduced);
    stage.resize(900, 700, 1);
    stage.show(view_of("1f"));
    stage.cover({"histogram"}, "covered");
    double seconds = 0;
    frames_to_rest(stage, seconds);
    const double covered_until = seconds;
    stage.cover({}, "");
    frames_to_rest(stage, seconds);
    CHECK((seconds - covered_until > 0.19) == !reduced);
    CHECK(seconds - covered_until < 0.5);
  }
}

TEST_CASE("story, finding and controls of every lab are in view at once on a laptop") {
  NEEDS_GL;
  for (const std::string& id : tests::exercise_ids()) {
    CAPTURE(id);
    const lab::View view = tests::opened(id).view();
    app::Stage stage;
    stage.theme(false, 16, true);
    stage.resize(800, 560, 1);
    stage.fold(560);
    stage.show(view);
    double seconds = 0;
    frames_to_rest(stage, seconds);
    CHECK(stage.story_end() <= 560);
    CHECK(stage.controls_end() <= 560);
    CHECK(stage.story_end() > 200);
  }
}

TEST_CASE("input wakes the stage, a held button keeps it awake, and then it rests again") {
  NEEDS_GL;
  app::Stage stage;
  stage.resize(900, 700, 1);
  stage.show(view_of("1f"));
  double seconds = 0;
  frames_to_rest(stage, seconds);

  ImGui::GetIO().AddMousePosEvent(1, 1);
  CHECK(stage.frame(seconds += 1.0 / 60));
  CHECK(frames_to_rest(stage, seconds) < 120);
  ImGui::GetIO().AddMouseButtonEvent(0, true);
  CHECK(frames_to_rest(stage, seconds, 50) == 50);
  ImGui::GetIO().AddMouseButtonEvent(0, false);
  CHECK(frames_to_rest(stage, seconds) < 120);
}

TEST_CASE("the same figures with other numbers take one frame") {
  NEEDS_GL;
  app::Stage stage;
  stage.resize(900, 700, 1);
  stage.show(view_of("initial-loss#samples=50"));
  double seconds = 0;
  frames_to_rest(stage, seconds);
  stage.show(view_of("initial-loss#samples=51"));
  CHECK(frames_to_rest(stage, seconds) == 1);
  stage.show(view_of("1c"));
  CHECK(frames_to_rest(stage, seconds) > 1);
}

TEST_CASE("a figure that stands is not uploaded again, one that changes is") {
  NEEDS_GL;
  const auto tiles = [](float v) { return lab::Tiles{1, 2, {"m"}, {v, 1}, 1, true, "", -1}; };
  lab::View one;
  one.report.figure("still", "", "", tiles(0));
  lab::View two = one;
  one.report.figure("moving", "", "", tiles(0.25f));
  two.report.figure("moving", "", "", tiles(0.5f));
  app::Stage stage;
  stage.resize(900, 700, 1);
  stage.show(one);
  double seconds = 0;
  frames_to_rest(stage, seconds);
  CHECK(stage.work().uploads == 2);
  stage.show(two);
  frames_to_rest(stage, seconds);
  CHECK(stage.work().uploads == 3);
  stage.show(one);
  frames_to_rest(stage, seconds);
  CHECK(stage.work().uploads == 4);
}

TEST_CASE("what was drawn with new pictures is not drawn again") {
  NEEDS_GL;
  const auto pixel = [] {
    std::array<std::uint8_t, 4> rgba{};
    glReadPixels(1, 1, 1, 1, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());
    return rgba;
  };
  constexpr std::array<std::uint8_t, 4> red{255, 0, 0, 255};
  const auto painted_over = [&](app::Stage& stage, double seconds) {
    glDisable(GL_SCISSOR_TEST);
    glClearColor(1, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    stage.frame(seconds);
    return pixel() != red;
  };
  lab::View view;
  for (const float v : {0.25f, 0.5f}) {
    CAPTURE(v);
    view.report.figures = {};
    view.report.figure("maps", "", "", lab::Tiles{1, 2, {"m"}, {v, 1}, 1, true, "", -1});
    app::Stage stage;
    stage.resize(900, 700, 1);
    stage.show(view);
    double seconds = 0;
    // What has been found out of sizes moves things for a frame or two; another size is drawn anew.
    frames_to_rest(stage, seconds);
    view.report.figures = {};
    view.report.figure("maps", "", "", lab::Tiles{1, 2, {"m"}, {v, 0}, 1, true, "", -1});
    stage.show(view);
    CHECK(painted_over(stage, seconds += 1));
    CHECK_FALSE(painted_over(stage, seconds += 1));
  }
}

TEST_CASE("what is composed lies as if it were drawn, and draws no picture") {
  NEEDS_GL;
  tests::Thinned thinned;
  for (const std::string& id : tests::exercise_ids()) {
    if (!thinned.tries()) continue;
    CAPTURE(id);
    const lab::View view = tests::opening(id).view();
    std::vector<ui::Place> places;
    float height = 0;
    for (const bool drawn : {false, true}) {
      app::Stage stage;
      stage.resize(900, 700, 1);
      stage.fold(600);
      stage.show(view);
      double seconds = 0;
      for (int i = 0; i < 200; ++i)
        if (!(drawn ? stage.frame(seconds += 1.0 / 60) : stage.compose(seconds += 1.0 / 60))) break;
      if (drawn) {
        CHECK(stage.height() == height);
        REQUIRE(stage.places().size() == places.size());
        for (std::size_t i = 0; i < places.size(); ++i) {
          CHECK(stage.places()[i].key == places[i].key);
          CHECK(stage.places()[i].y == places[i].y);
          CHECK(stage.places()[i].height == places[i].height);
        }
      } else {
        CHECK(stage.work() == gfx::Cache::Work{});
        places = stage.places();
        height = stage.height();
      }
    }
  }
}

TEST_CASE("nothing is drawn before there is a view and a size") {
  NEEDS_GL;
  app::Stage stage;
  CHECK_FALSE(stage.frame(0));
  stage.show(view_of("1f"));
  CHECK_FALSE(stage.frame(1));
  stage.resize(0, 500, 1);
  CHECK_FALSE(stage.frame(2));
  CHECK(stage.places().empty());
}

TEST_CASE(
    "a shot has the size that was asked for, more than one colour, and the same bytes again") {
  NEEDS_GL;
  std::vector<std::uint8_t> first;
  for (int run = 0; run < 2; ++run) {
    app::Stage stage;
    stage.theme(false, 15, true);
    stage.show(view_of("2d-i"));
    const auto shot = app::settled_frame(stage, 640, 400, 1.5f);
    REQUIRE(shot);
    CHECK(shot->width == 960);
    CHECK(shot->height == 600);
    std::set<std::uint32_t> colours;
    for (std::size_t i = 0; i + 3 < shot->rgba.size(); i += 4) {
      colours.insert(shot->rgba[i] | shot->rgba[i + 1] << 8 | shot->rgba[i + 2] << 16);
    }
    CHECK(colours.size() > 20);
    if (run == 0) first = shot->rgba;
    CHECK(shot->rgba == first);
  }
}

TEST_CASE("a shot without a height is as tall as the content") {
  NEEDS_GL;
  app::Stage stage;
  stage.show(view_of("1c"));
  const auto shot = app::settled_frame(stage, 1000, 0, 1);
  REQUIRE(shot);
  CHECK(shot->height >= static_cast<int>(stage.height()));
  CHECK(shot->height <= static_cast<int>(stage.height()) + 1);
}

TEST_CASE("a shot beyond what the driver can hold is refused") {
  NEEDS_GL;
  app::Stage stage;
  stage.show(view_of("1f"));
  CHECK_FALSE(app::settled_frame(stage, 1 << 24, 100, 1));
  CHECK_FALSE(app::settled_frame(stage, 100, 100, 0.001f));
}
