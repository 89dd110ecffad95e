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

TEST_CASE("where a handle of the other run stood is a line, though the curves are the same") {
  const auto at = [](const char* field, double x) {
    lab::Lines s{{"score"}, {"people"}};
    s.curves = {{"healthy", lab::Role::neutral, {0, 4}, {1, 1}}};
    s.handle = {field, x};
    return lab::Figure{"scores", "", "", s};
  };
  const auto both = lab::with_ghost(at("threshold", 2), at("threshold", 1));
  REQUIRE(both);
  const auto& shape = std::get<lab::Lines>(both->shape);
  CHECK(shape.handle.at == 2);
  CHECK(shape.curves.size() == 1);
  CHECK(shape.rules == std::vector<lab::Rule>{{"pinned", 1, true, lab::Role::neutral}});
  CHECK_FALSE(lab::with_ghost(at("threshold", 2), at("threshold", 2)));
  CHECK_FALSE(lab::with_ghost(at("threshold", 2), at("width", 1)));
  CHECK_FALSE(lab::with_ghost(at("", 2), at("", 1)));
}

TEST_CASE("a reference line that has moved is drawn where it was as well") {
  const auto at = [](double cheapest, const char* label) {
    lab::Lines s{{"threshold"}, {"cost"}};
    s.rules = {{label, cheapest, true, lab::Role::target}, {"guess", 0.5}};
    return lab::Figure{"cost", "", "", s};
  };
  const auto both = lab::with_ghost(at(2, "cheapest"), at(1, "cheapest"));
  REQUIRE(both);
  const auto& rules = std::get<lab::Lines>(both->shape).rules;
  REQUIRE(rules.size() == 3);
  CHECK(rules[2] == lab::Rule{"cheapest, pinned", 1, true, lab::Role::target});
  CHECK_FALSE(lab::with_ghost(at(2, "cheapest"), at(2, "the cheapest")));
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

TEST_CASE("points of the other run are rings that no hand holds, behind those that one may move") {
  const auto points = [](float x) {
    lab::Scatter s{{"x"}, {"y"}, true, {}};
    s.clouds = {{"q", lab::Role::input, {x}, {1}, {"q1"}, true, "Q", 0},
                {"k", lab::Role::weight, {5}, {5}}};
    return lab::Figure{"plane", "", "", s};
  };
  const auto both = lab::with_ghost(points(2), points(1));
  REQUIRE(both);
  const auto& clouds = std::get<lab::Scatter>(both->shape).clouds;
  REQUIRE(clouds.size() == 3);
  CHECK(clouds[0] == std::get<lab::Scatter>(points(2).shape).clouds[0]);
  CHECK(clouds[2].ghost);
  CHECK(clouds[2].x == std::vector<float>{1});
  CHECK(clouds[2].labels == std::vector<std::string>{"q1, pinned"});
  CHECK(clouds[2].edit.empty());
  CHECK_FALSE(lab::with_ghost(points(2), points(2)));
}

TEST_CASE(
    "a population keeps the counts of the other one, and its gap where the people are the same") {
  const auto people = [](int parted, double last) {
    lab::Dots s;
    s.groups = {{"spared", lab::Role::neutral, false, false, parted},
                {"flagged", lab::Role::gradient, false, false, 3 - parted}};
    for (int i = 0; i < 3; ++i) s.queue.push_back(i < parted ? 0 : 1);
    s.parted = parted;
    s.stops = {0, 1, 2, last};
    return lab::Figure{"people", "", "", s};
  };
  const auto both = lab::with_ghost(people(2, 3), people(1, 3));
  REQUIRE(both);
  CHECK(std::get<lab::Dots>(both->shape).ghost == std::vector<int>{1, 2});
  CHECK(std::get<lab::Dots>(both->shape).ghost_parted == 1);
  const auto others = lab::with_ghost(people(2, 3), people(1, 4));
  REQUIRE(others);
  CHECK(std::get<lab::Dots>(others->shape).ghost == std::vector<int>{1, 2});
  CHECK(std::get<lab::Dots>(others->shape).ghost_parted == -1);
  CHECK_FALSE(lab::with_ghost(people(2, 3), people(2, 3)));
}

TEST_CASE("a story that cannot show the other run says where to look for it") {
  const auto steps = [](const char* line, lab::Room room) {
    lab::Figure f{"steps", "", "It comes about.", lab::Working{{line}}};
    f.room = room;
    return f;
  };
  const auto both = lab::with_ghost(steps("3", lab::Room::story), steps("2", lab::Room::story));
  REQUIRE(both);
  CHECK(both->alt ==
        "The pinned run is compared in the numbers below: one picture cannot show both. It comes "
        "about.");
  CHECK(both->shape == steps("3", lab::Room::story).shape);
  CHECK_FALSE(lab::with_ghost(steps("3", lab::Room::story), steps("3", lab::Room::story)));
  CHECK_FALSE(lab::with_ghost(steps("3", lab::Room::row), steps("2", lab::Room::row)));
}
