#include "ui/plots/dots.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

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

namespace {

// The corners that were drawn in a colour in a frame of `dots`, below its legend.
std::vector<ImVec2> places(bare::Canvas& canvas, const lab::Dots& dots, ImVec2 room, ImU32 colour) {
  const auto draw = [&](ui::Desk& desk) { ui::Widget<lab::Dots>::draw("dots", dots, room, desk); };
  canvas.frame(draw), canvas.frame(draw);
  std::vector<ImVec2> all;
  for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists)
    for (const ImDrawVert& v : list->VtxBuffer)
      if (v.col == colour && v.pos.y > 40) all.push_back(v.pos);
  return all;
}

}  // namespace

TEST_CASE("the line of another run's gap passes between the dots, and its name above them") {
  for (const int ghost : {5, 12, 13, 20}) {
    CAPTURE(ghost);
    lab::Dots dots = queue(12);
    dots.ghost_parted = ghost;
    bare::Canvas canvas(500);
    canvas.frame([](ui::Desk&) {});
    const ImU32 line = ui::light_palette.text;
    const float height = ui::Widget<lab::Dots>::height(dots, 400);
    const ImVec2 room{400, height};
    const std::vector<ImVec2> dashes = places(canvas, dots, room, line);
    REQUIRE(!dashes.empty());
    const float x = std::accumulate(dashes.begin(), dashes.end(), 0.0f,
                                    [](float sum, ImVec2 p) { return sum + p.x; }) /
                    static_cast<float>(dashes.size());
    float top = 1e9f;
    for (const lab::Role role : {lab::Role::neutral, lab::Role::gradient})
      for (const ImVec2 p : places(canvas, dots, room, ui::theme().of(role))) {
        CHECK(std::fabs(p.x - x) > 1);
        top = std::min(top, p.y);
      }
    // A dash reaches up to the name; no letter comes down to the dots.
    for (const ImVec2 p : dashes)
      if (p.y > top) CHECK(std::fabs(p.x - x) < 3);
    CHECK(height > ui::Widget<lab::Dots>::height(queue(12), 400));
  }
}

TEST_CASE("few round members among many small square ones are larger than those") {
  lab::Dots dots{{{"well", lab::Role::neutral, false, true, 990},
                  {"ill", lab::Role::gradient, false, false, 10}}};
  for (int i = 0; i < 1000; ++i) dots.queue.push_back(i % 100 == 50 ? 1 : 0);
  for (int i = 0; i < 1001; ++i) dots.stops.push_back(i);
  const auto widest = [](std::vector<ImVec2> corners) {
    // Four corners for each dot, in the order in which they were drawn.
    float most = 0;
    for (std::size_t i = 0; i + 3 < corners.size(); i += 4)
      most = std::max(most, corners[i + 2].x - corners[i].x);
    return most;
  };
  const auto sizes = [&](const lab::Dots& of) {
    bare::Canvas canvas(360);
    const float ill = widest(places(canvas, of, {330, 180}, ui::theme().of(lab::Role::gradient)));
    const float well = widest(places(canvas, of, {330, 180}, ui::theme().of(lab::Role::neutral)));
    return std::pair{ill, well};
  };
  const auto [ill, well] = sizes(dots);
  CHECK(ill >= 7);
  CHECK(ill > 1.3f * well);
  // Where half of all are round they leave each other their room.
  dots.groups[0].count = dots.groups[1].count = 500;
  for (int i = 0; i < 1000; ++i) dots.queue[static_cast<std::size_t>(i)] = i % 2 == 0 ? 1 : 0;
  const auto [half, other] = sizes(dots);
  CHECK(half < 1.3f * other);
}
