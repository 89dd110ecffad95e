#include "ui/frame/board.h"

#include <doctest/doctest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <cmath>

#include "thinning.h"
#include "ui/frame/theme.h"
#include "ui/headless.h"
#include "ui/views.h"

namespace {

bool overlap(const ui::Place& a, const ui::Place& b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

void check_places(const ui::Drawn& drawn, float width) {
  for (std::size_t i = 0; i < drawn.places.size(); ++i) {
    const ui::Place& p = drawn.places[i];
    CAPTURE(p.key);
    CHECK(p.x >= 0);
    CHECK(p.y >= 0);
    CHECK(p.x + p.width <= width);
    CHECK(p.y + p.height <= drawn.height);
    CHECK(p.width > 80);
    CHECK(p.height > 20);
    for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(overlap(p, drawn.places[j]));
  }
}

}  // namespace

TEST_CASE("figures lie inside the width and beside each other at every width") {
  for (const float width : {320.0f, 360.0f, 390.0f, 719.0f, 720.0f, 900.0f, 1400.0f, 2000.0f}) {
    CAPTURE(width);
    for (const lab::View& view : {views::attention(), views::loss(), views::running()}) {
      tests::Headless s(view, width);
      CHECK(s.last.places.size() == view.report.figures.size());
      check_places(s.last, width);
    }
  }
}

TEST_CASE("a narrow board stacks its figures, a wide one puts small ones side by side") {
  {
    tests::Headless s(views::loss(), 390);
    CHECK(s.place("histogram").y > s.place("order").y + s.place("order").height);
  }
  tests::Headless s(views::loss(), 1400);
  CHECK(s.place("histogram").y == s.place("order").y);
  CHECK(s.place("histogram").height == s.place("order").height);
}

TEST_CASE("a plot takes its controls to its side where there is room") {
  tests::Headless s(views::loss(), 1400);
  CHECK(s.place("probabilities").width < 1100);
  CHECK(s.place("curves").width > 1380);
}

TEST_CASE("matrices take the whole width rather than break into rows") {
  tests::Headless s(views::attention(), 1000);
  CHECK(s.place("matrices").width > 980);
  CHECK(s.place("matrices").height < 300);
}

TEST_CASE("a board at rest asks for no frame and for nothing else") {
  for (const lab::View& view : {views::attention(), views::loss(), views::running()}) {
    tests::Headless s(view);
    s.frames(5);
    CHECK_FALSE(s.last.restless);
    CHECK(s.wishes.empty());
  }
}

TEST_CASE("the same view is drawn the same way twice") {
  tests::Headless s(views::loss());
  const int vertices = ImGui::GetDrawData()->TotalVtxCount;
  s.frames(3);
  CHECK(ImGui::GetDrawData()->TotalVtxCount == vertices);
}

TEST_CASE("every shape survives no data, odd data and far too much of it") {
  using tests::Fill;
  for (const Fill fill : {Fill::nothing, Fill::odd, Fill::huge}) {
    for (const float width : {360.0f, 1200.0f}) {
      const bool left_out = (width > 1000) == (tests::first_of(2) == 1);
      if (tests::thinning > 1 && fill == Fill::huge && left_out) continue;
      CAPTURE(static_cast<int>(fill));
      CAPTURE(width);
      const lab::View view = views::extreme(fill);
      tests::Headless s(view, width, /*dark=*/true);
      check_places(s.last, width);
      CHECK(std::isfinite(s.last.height));
      CHECK(s.wishes.empty());
      // The pointer over parts of it, others in each turn.
      tests::Thinned thinned(4 * tests::thinning);
      for (float y = 5; y < s.last.height; y += 160)
        if (thinned.tries()) s.move({0.4f * width, y});
      // However much a figure holds, it draws what can be told apart: so many corners on average.
      // The bound is what these shapes were measured to take, rounded up, so that it also tells
      // when one of them begins to draw more.
      constexpr std::size_t most_of_one = 54000;
      const auto corners = static_cast<std::size_t>(ImGui::GetDrawData()->TotalVtxCount);
      CHECK(corners < most_of_one * view.report.figures.size());
    }
  }
}

TEST_CASE("a display of no size is no reason to fail") {
  tests::Headless s(views::loss());
  ImGui::GetIO().DisplaySize = {0, 0};
  s.frames(2);
  ImGui::GetIO().DisplaySize = {1, 1};
  s.frames(2);
  CHECK(std::isfinite(s.last.height));
}

TEST_CASE("Tab reaches the figures and the controls") {
  tests::Headless s(views::attention());
  int distinct = 0;
  ImGuiID before = 0;
  for (int i = 0; i < 12; ++i) {
    s.key(ImGuiKey_Tab);
    const ImGuiID now = ImGui::GetCurrentContext()->NavId;
    distinct += now != before;
    before = now;
  }
  CHECK(distinct == 12);
}

namespace {

// Under two tabs: "losses" with two figures, "nets" with one.
lab::View in_tabs() {
  lab::View view = views::loss();
  const lab::Bars bars;
  view.report.figure("first", "first", "", bars).tab = "losses";
  view.report.figure("second", "second", "", bars).tab = "losses";
  view.report.figure("third", "third", "", bars).tab = "nets";
  return view;
}

bool is_drawn(const tests::Headless& s, const std::string& key) {
  for (const ui::Place& p : s.last.places) {
    if (p.key == key) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("of figures under tabs those of the open one are drawn, beneath all others") {
  tests::Headless s(in_tabs(), 1000);
  CHECK(is_drawn(s, "first"));
  CHECK(is_drawn(s, "second"));
  CHECK_FALSE(is_drawn(s, "third"));
  for (const char* key : {"probabilities", "histogram", "order"})
    CHECK(s.place(key).y + s.place(key).height < s.place("first").y);
  s.view.tab = "nets";
  s.frames(3);
  CHECK_FALSE(is_drawn(s, "first"));
  CHECK(is_drawn(s, "third"));
  s.view.tab = "no such tab";
  s.frames(3);
  CHECK(is_drawn(s, "first"));
  check_places(s.last, 1000);
}

TEST_CASE("the board is as tall as what stands in the tab that is open") {
  tests::Headless s(in_tabs(), 390);
  const float tall = s.last.height;
  s.view.tab = "nets";
  s.frames(3);
  const ui::Place third = s.place("third");
  CHECK(s.last.height < tall);
  CHECK(s.last.height > third.y + third.height);
  CHECK(s.last.height < third.y + third.height + 40);
}

TEST_CASE("a click on a tab opens it, and so do the arrow keys") {
  tests::Headless s(in_tabs(), 1000);
  const ui::Place first = s.place("first");
  const float strip = first.y - 24;
  s.click({first.x + 110, strip});
  REQUIRE(s.view.tab == "nets");
  s.click({first.x + 20, strip});
  REQUIRE(s.view.tab == "losses");

  // A click gives the strip the keyboard.
  s.key(ImGuiKey_RightArrow);
  CHECK(s.view.tab == "nets");
  s.frames(2);
  s.key(ImGuiKey_LeftArrow);
  CHECK(s.view.tab == "losses");
}

TEST_CASE("the story with its finding and all its controls fit into what is in view") {
  for (const float width : {720.0f, 800.0f, 1000.0f, 1300.0f}) {
    CAPTURE(width);
    tests::Headless s(views::loss(), width);
    s.sight.fold = 560;
    s.frames(12);
    CHECK(s.last.story_end > 300);
    CHECK(s.last.story_end <= 560);
    CHECK(s.last.controls_end <= 560);
    CHECK_FALSE(s.last.restless);
  }
}

TEST_CASE("two figures that tell the story share its place, and follow each other in one column") {
  lab::View view = views::loss();
  lab::Figure second = view.report.figures[0];
  second.key = "second";
  second.room = lab::Room::story;
  second.tab.clear();
  view.report.figures.add(second);
  {
    tests::Headless s(view, 1300);
    s.sight.fold = 560;
    s.frames(12);
    const ui::Place left = s.place("probabilities"), right = s.place("second");
    CHECK(left.y == right.y);
    CHECK(left.height == right.height);
    CHECK(std::fabs(left.width - right.width) < 1);
    CHECK(left.x + left.width < right.x);
    CHECK(s.last.controls_end <= 560);
    check_places(s.last, 1300);
  }
  tests::Headless s(view, 390);
  s.sight.fold = 700;
  s.frames(12);
  CHECK(s.place("second").y > s.place("probabilities").y);
  CHECK(s.last.controls_end > s.place("second").y + s.place("second").height);
  check_places(s.last, 390);
}

TEST_CASE("a problem that comes and goes moves neither the story nor the controls") {
  lab::View view = views::loss();
  for (const float width : {390.0f, 1000.0f}) {
    CAPTURE(width);
    tests::Headless s(view, width);
    s.sight.fold = 560;
    s.frames(12);
    const ui::Place before = s.place("probabilities");
    const float controls = s.last.controls_end;
    s.view.report.problems.push_back({"classes", "are more than the memory holds, at this width"});
    s.frames(4);
    CHECK(s.place("probabilities").y == before.y);
    CHECK(s.place("probabilities").height == before.height);
    CHECK(s.last.controls_end == controls);
    // Where nothing can be drawn at all the controls stay where they are.
    s.view.report.figures = {};
    s.frames(4);
    CHECK(std::fabs(s.last.controls_end - controls) < 1);
  }
}

TEST_CASE("in one column the story stays in view until its controls end") {
  tests::Headless s(views::loss(), 390);
  s.sight.fold = 780;
  s.frames(12);
  REQUIRE(s.last.sticks);
  const ui::Place own = s.place("probabilities");
  CHECK(own.height <= 0.5f * s.sight.fold);
  s.sight.top = own.y + 150;
  s.frames(2);
  CHECK(s.place("probabilities").y == s.sight.top);
  CHECK(s.place("probabilities").height == own.height);
  s.sight.top = s.last.height;
  s.frames(2);
  const ui::Place last = s.place("probabilities");
  CHECK(last.y + last.height <= s.place("histogram").y);
  CHECK(last.y > own.y + 100);
}

TEST_CASE("what the keyboard comes to is told once, and what covers it on a phone") {
  tests::Headless s(views::loss(), 390);
  s.sight.fold = 780;
  s.frames(12);
  REQUIRE(s.last.sticks);
  int told = 0, covered = 0;
  for (int i = 0; i < 12; ++i) {
    ImGui::GetIO().AddKeyEvent(ImGuiKey_Tab, true);
    std::vector<ui::Reached> all = {s.frame().reached};
    ImGui::GetIO().AddKeyEvent(ImGuiKey_Tab, false);
    for (int k = 0; k < 3; ++k) all.push_back(s.frame().reached);
    int here = 0;
    for (const ui::Reached& r : all) {
      if (r.height <= 0) continue;
      ++here;
      CHECK(r.top >= 0);
      CHECK(r.top + r.height <= s.last.height + 1);
      // A control lies under what stays of the story.
      if (r.top > s.last.story_end && r.top < s.last.controls_end)
        covered += r.covered >= s.place("probabilities").height;
    }
    CHECK(here <= 1);
    told += here;
  }
  CHECK(told > 6);
  CHECK(covered > 2);
}

TEST_CASE("a control beneath a story that stays in view cannot be touched through it") {
  tests::Headless s(views::loss(), 390);
  s.sight.fold = 780;
  s.frames(12);
  // A press on the track of some control sets it; over the story, which lies upon it, it does not.
  float track = 0;
  for (float y = s.last.story_end; y < s.last.controls_end && track == 0; y += 6) {
    s.click({300, y});
    for (const ui::Intent& wish : s.wishes)
      if (wish.key == "classes") track = y;
    s.wishes.clear();
  }
  REQUIRE(track > 0);
  s.sight.top = track - 60;
  s.frames(3);
  const ui::Place story = s.place("probabilities");
  REQUIRE(story.y < track);
  REQUIRE(story.y + story.height > track);
  s.click({200, track});
  for (const ui::Intent& wish : s.wishes) CHECK(wish.key != "classes");
}

TEST_CASE("large type on a large screen, for a hall, fits as well") {
  for (const ImVec2 screen : {ImVec2{1880, 1000}, ImVec2{1240, 640}}) {
    CAPTURE(screen.x);
    tests::Headless s(views::loss(), screen.x);
    ui::apply(false, screen.x > 1500 ? 28.0f : 22.0f, ImGui::GetStyle());
    s.sight.fold = screen.y;
    s.frames(16);
    CHECK(s.last.story_end <= screen.y);
    CHECK(s.last.controls_end <= screen.y);
    check_places(s.last, screen.x);
  }
}
