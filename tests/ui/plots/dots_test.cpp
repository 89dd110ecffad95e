#include "ui/plots/dots.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>

#include "ui/bare_canvas.h"

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
