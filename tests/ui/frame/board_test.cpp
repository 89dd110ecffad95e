#include "ui/frame/board.h"

#include <doctest/doctest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <cmath>

#include "thinning.h"
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
      // The pointer over every part of it.
      tests::Thinned thinned;
      for (float y = 5; y < s.last.height; y += 160)
        if (thinned.tries()) s.move({0.4f * width, y});
      // However much a figure holds, it draws what can be told apart: so many corners on average.
      constexpr std::size_t most_of_one = 50000;
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
