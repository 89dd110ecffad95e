#include "lab/ghost.h"

#include <doctest/doctest.h>

namespace {

lab::Figure lines(std::vector<float> y) {
  lab::Lines s{{"step"}, {"loss"}};
  s.curves = {{"train", lab::Role::gradient, {1, 2}, std::move(y), {0, 0}, {1, 1}}};
  return {"loss", "Loss", "It falls.", s};
}

lab::Figure bars(std::vector<std::string> names, std::vector<float> heights) {
  return {"cost", "Cost", "One is large.", lab::Bars{{"x"}, {"y"}, names, 0, 1, heights}};
}

}  // namespace

TEST_CASE("curves of the other run stand behind in their own colour, without their bands") {
  const auto both = lab::with_ghost(lines({3, 1}), lines({4, 2}));
  REQUIRE(both);
  const auto& curves = std::get<lab::Lines>(both->shape).curves;
  REQUIRE(curves.size() == 2);
  CHECK(curves[0].name == "train, pinned");
  CHECK(curves[0].trace == lab::Trace::ghost);
  CHECK(curves[0].role == lab::Role::gradient);
  CHECK(curves[0].y == std::vector<float>{4, 2});
  CHECK(curves[0].low.empty());
  CHECK(curves[1] == std::get<lab::Lines>(lines({3, 1}).shape).curves[0]);
}

TEST_CASE("bars get the outline of the other run where they stand for the same") {
  const auto both = lab::with_ghost(bars({"a", "b"}, {1, 2}), bars({"a", "b"}, {2, 1}));
  REQUIRE(both);
  CHECK(std::get<lab::Bars>(both->shape).ghost == std::vector<float>{2, 1});
  CHECK_FALSE(lab::with_ghost(bars({"a", "b"}, {1, 2}), bars({"a", "c"}, {2, 1})));
}

TEST_CASE("a run that shows the same, or another shape, leaves no ghost") {
  CHECK_FALSE(lab::with_ghost(lines({3, 1}), lines({3, 1})));
  CHECK_FALSE(lab::with_ghost(bars({"a"}, {1}), bars({"a"}, {1})));
  CHECK_FALSE(lab::with_ghost(lines({3, 1}), bars({"a"}, {1})));
}

TEST_CASE("a point of the other run is a mark, too") {
  const auto at = [](float x) {
    lab::Lines s{{"margin"}, {"loss"}};
    s.curves = {{"this example", lab::Role::prediction, {x}, {1}}};
    s.curves[0].trace = lab::Trace::marks;
    return lab::Figure{"margin", "", "", s};
  };
  const auto both = lab::with_ghost(at(2), at(1));
  REQUIRE(both);
  CHECK(std::get<lab::Lines>(both->shape).curves[0].trace == lab::Trace::ghost_marks);
}

TEST_CASE("a story that cannot show the other run says where to look for it") {
  const auto dots = [](int ill, lab::Room room) {
    lab::Dots s;
    s.groups = {{"ill", lab::Role::gradient, false, false, ill}};
    lab::Figure f{"people", "", "Some are ill.", s};
    f.room = room;
    return f;
  };
  const auto both = lab::with_ghost(dots(3, lab::Room::story), dots(2, lab::Room::story));
  REQUIRE(both);
  CHECK(both->alt == "Some are ill. The pinned run is compared in the numbers below.");
  CHECK(both->shape == dots(3, lab::Room::story).shape);
  CHECK_FALSE(lab::with_ghost(dots(3, lab::Room::story), dots(3, lab::Room::story)));
  CHECK_FALSE(lab::with_ghost(dots(3, lab::Room::row), dots(2, lab::Room::row)));
}
