#include <doctest/doctest.h>
#include <imgui.h>

#include "ui/frame/marks.h"
#include "ui/headless.h"

namespace {

struct Points {
  lab::Matrix q{2, 2, {2, 5, 8, 5}};
  void declare(lab::Fields& f) { f.table("Q", q, {4, 4}, {-9, 9}, "points"); }
};

lab::View plane() {
  lab::View v;
  v.title = "Plane";
  v.fields = lab::declared<Points>();
  lab::Scatter s{{"", 0, 10}, {"", 0, 10}, false, {}};
  s.clouds.push_back({"points", lab::Role::input, {2, 8}, {5, 5}, {}, false, "Q", -1});
  v.report.figure("plane", "", "", s).room = lab::Room::row;
  return v;
}

// 10 stands left of the frame, one em of air right of it, 0.6 above, a line and 6 points below.
ImVec2 at(const tests::Headless& s, double x, double y) {
  const ui::Place p = s.place("plane");
  const float em = 15, pad = 0.8f * em;
  const float left = p.x + pad + ui::text_size("10").x + 8, right = p.x + p.width - pad - em;
  const float top = p.y + pad + 0.6f * em, bottom = p.y + p.height - pad - em - 6;
  return {left + static_cast<float>(x / 10) * (right - left),
          bottom - static_cast<float>(y / 10) * (bottom - top)};
}

}  // namespace

TEST_CASE("dragging a point edits its row of the table") {
  tests::Headless s(plane(), 600);
  s.drag(at(s, 2, 5), at(s, 4, 8));
  const auto* field = s.view.fields.find("Q");
  const lab::Matrix& q = std::get<lab::Table>(field->slot).value;
  CHECK(q.at(0, 0) == doctest::Approx(4).epsilon(0.03));
  CHECK(q.at(0, 1) == doctest::Approx(8).epsilon(0.03));
  CHECK(q.at(1, 0) == 8);
  CHECK(q.at(1, 1) == 5);
}

TEST_CASE("a point cannot be dragged out of the bounds of its table") {
  tests::Headless s(plane(), 600);
  s.drag(at(s, 8, 5), {2000, at(s, 8, 5).y});
  const auto* field = s.view.fields.find("Q");
  CHECK(std::get<lab::Table>(field->slot).value.at(1, 0) == 9);
}

TEST_CASE("a drag over empty ground moves nothing") {
  tests::Headless s(plane(), 600);
  s.drag(at(s, 5, 2), at(s, 8, 5));
  CHECK(s.wishes.empty());
}

TEST_CASE(
    "a point of another run is drawn and cannot be moved, and leaves the others to the hand") {
  const auto corners = [](tests::Headless& s) {
    s.frame();
    return ImGui::GetDrawData()->TotalVtxCount;
  };
  int alone = 0;
  {
    tests::Headless s(plane(), 600);
    alone = corners(s);
  }
  lab::View v = plane();
  lab::Figure f = v.report.figures[0];
  std::get<lab::Scatter>(f.shape).clouds.push_back(
      {"points, pinned", lab::Role::input, {5}, {2}, {}, false, {}, -1, true});
  v.report.figures = {};
  v.report.figures.add(std::move(f));
  tests::Headless s(v, 600);
  CHECK(corners(s) > alone);
  s.drag(at(s, 5, 2), at(s, 8, 8));
  CHECK(s.wishes.empty());
  s.drag(at(s, 2, 5), at(s, 4, 8));
  CHECK_FALSE(s.wishes.empty());
}

TEST_CASE("the points of a way are joined, and one without a label has no line to one") {
  const auto corners = [](bool way, std::vector<std::string> labels) {
    lab::View v;
    v.title = "Plane";
    lab::Scatter s{{"", 0, 10}, {"", 0, 10}, false, {}};
    lab::Cloud c{"G", lab::Role::input, {2, 5, 8}, {5, 8, 5}, std::move(labels)};
    c.way = way;
    s.clouds.push_back(std::move(c));
    v.report.figure("plane", "", "", s).room = lab::Room::row;
    tests::Headless canvas(v, 600);
    canvas.frame();
    return ImGui::GetDrawData()->TotalVtxCount;
  };
  const std::vector<std::string> ends = {"start", "", "G"};
  CHECK(corners(true, ends) > corners(false, ends));
  CHECK(corners(false, {"", "", ""}) < corners(false, ends));
}
