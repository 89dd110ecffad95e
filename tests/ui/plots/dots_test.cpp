#include "ui/plots/dots.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>

#include "ui/bare_canvas.h"
#include "ui/frame/palette.h"
#include "ui/plots/dots_legend.h"

namespace {

// Twenty dots in a queue; the gap before dot i is what `row` = i + 1 puts there.
lab::Dots queue(int parted) {
  lab::Dots dots{{{"spared", lab::Role::neutral, true, true, parted},
                  {"flagged", lab::Role::gradient, false, false, 20 - parted}}};
  for (int i = 0; i < 20; ++i) {
    dots.queue.push_back(i < parted ? 0 : 1);
    dots.stops.push_back(i + 1);
  }
  dots.stops.push_back(21);
  dots.parted = parted;
  dots.drag = "row";
  return dots;
}

constexpr ImVec2 size{400, 120};

// The middle of the leftmost corner to the right of which `colour` was drawn: where dots stand.
float leftmost(ImU32 colour) {
  float x = 1e9f;
  for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists)
    for (const ImDrawVert& v : list->VtxBuffer)
      if (v.col == colour && v.pos.y > 30) x = std::min(x, v.pos.x);
  return x;
}

}  // namespace

TEST_CASE("the gap is dragged to a dot, and the field reads its stop") {
  bare::Canvas canvas(500);
  const lab::Dots dots = queue(20);
  const auto draw = [&](ui::Desk& desk) { ui::Widget<lab::Dots>::draw("dots", dots, size, desk); };
  canvas.frame(draw);
  // All dots stand at the left, so the gap with its line is at the right end of the field.
  std::vector<ui::Intent> all;
  for (float x = 380; x > 100 && all.empty(); x -= 10) all = canvas.drag({x, 60}, {-50, 60}, draw);
  CHECK(bare::asks(all, "row", "1"));
}

TEST_CASE("a gap that moves leaves every dot its size, and dots walk only where motion is wanted") {
  for (const bool reduced : {true, false}) {
    CAPTURE(reduced);
    bare::Canvas canvas(500);
    lab::Dots dots = queue(20);
    bool restless = false;
    const auto draw = [&](ui::Desk& desk) {
      desk.reduced_motion = reduced;
      ui::Widget<lab::Dots>::draw("dots", dots, size, desk);
      restless = desk.restless;
    };
    canvas.frame(draw);
    CHECK_FALSE(restless);
    const float first = leftmost(ui::theme().of(lab::Role::neutral));
    dots = queue(4);
    canvas.frame(draw);
    CHECK(restless != reduced);
    int frames = 0;
    while (restless && frames < 120) canvas.frame(draw), ++frames;
    CHECK(frames < 30);  // half a second at most
    CHECK(leftmost(ui::theme().of(lab::Role::neutral)) == first);
    CHECK(ui::Widget<lab::Dots>::height(queue(20), 400) ==
          ui::Widget<lab::Dots>::height(queue(4), 400));
  }
}

namespace {

// What was drawn in frames of `dots`: how many corners have this colour.
int corners(const lab::Dots& dots, float width, ImU32 colour) {
  bare::Canvas canvas(width);
  const auto draw = [&](ui::Desk& desk) {
    ui::Widget<lab::Dots>::draw("dots", dots, {width, 200}, desk);
  };
  canvas.frame(draw), canvas.frame(draw);
  int n = 0;
  for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists)
    for (const ImDrawVert& v : list->VtxBuffer) n += v.col == colour;
  return n;
}

}  // namespace

TEST_CASE("the gap of another run is marked where it stands, and its counts beside the others") {
  lab::Dots dots = queue(12);
  const ImU32 words = ui::light_palette.text;
  const int alone = corners(dots, 500, words);
  dots.ghost = {5, 15};
  const int counted = corners(dots, 500, words);
  CHECK(counted > alone);
  dots.ghost_parted = 5;
  CHECK(corners(dots, 500, words) > counted);
}

TEST_CASE("names that do not fit into two columns are brief ones, and stand in two all the same") {
  lab::Dots dots = queue(12);
  dots.groups[0].name = "healthy people who were spared", dots.groups[0].brief = "spared";
  dots.groups[1].name = "healthy people who were flagged", dots.groups[1].brief = "flagged";
  bare::Canvas canvas(800);
  canvas.frame([&](ui::Desk&) {
    CHECK(ui::DotsLegend(dots, 800).columns() == 2);
    CHECK(ui::DotsLegend(dots, 340).columns() == 2);
    CHECK(ui::DotsLegend(dots, 340).height() == ui::DotsLegend(dots, 800).height());
    dots.groups[0].brief.clear(), dots.groups[1].brief.clear();
    CHECK(ui::DotsLegend(dots, 340).columns() == 1);
  });
}
