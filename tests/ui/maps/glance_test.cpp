#include "ui/maps/glance.h"

#include <doctest/doctest.h>

#include "ui/bare_canvas.h"
#include "ui/plots/bars.h"

using bare::asks;
using bare::Canvas;

namespace {

lab::Glance one_of_three(int number, double seconds) {
  lab::Glance s;
  s.picture = {2, 2, {0, 1, 1, 0}};
  s.number = number;
  s.of = 9;
  s.seconds = seconds;
  s.choices = {"a box", "an edge", "a blur"};
  s.texts = {"box", "edge", "blur"};
  s.pick = "filter";
  return s;
}

}  // namespace

TEST_CASE("a digit or a click on its button chooses, and sets the field to the choice's text") {
  Canvas canvas(1000);
  const lab::Glance s = one_of_three(1, 0);
  const auto widget = [&](ui::Desk& desk) {
    ui::Widget<lab::Glance>::draw("g", s, {900, 400}, desk);
  };
  canvas.frame(widget);
  CHECK(canvas.click({20, 20}, widget).empty());  // the picture is no button
  CHECK(asks(canvas.key(ImGuiKey_3, widget), "filter", "blur"));
  CHECK(canvas.key(ImGuiKey_4, widget).empty());
  bool clicked = false;
  for (float y = 10; y < 200 && !clicked; y += 10)
    clicked = asks(canvas.click({500, y}, widget), "filter", "edge");
  CHECK(clicked);
}

TEST_CASE("a picture with a limit waits to be asked for, and no call counts before") {
  Canvas canvas(1000);
  const lab::Glance s = one_of_three(1, 0.2);
  bool restless = false;
  const auto widget = [&](ui::Desk& desk) {
    ui::Widget<lab::Glance>::draw("g", s, {900, 400}, desk);
    restless = desk.restless;
  };
  canvas.frame(widget);
  CHECK(!restless);
  bool called = false;
  for (float y = 10; y < 200; y += 20) called |= !canvas.click({500, y}, widget).empty();
  CHECK(!called);
  canvas.click({20, 20}, widget);
  CHECK(restless);  // the clock runs
  CHECK(asks(canvas.key(ImGuiKey_2, widget), "filter", "edge"));
  for (int i = 0; i < 20; ++i) canvas.frame(widget);
  CHECK(!restless);  // and has run out
  CHECK(asks(canvas.key(ImGuiKey_2, widget), "filter", "edge"));
}

TEST_CASE("the next picture's clock starts by itself") {
  Canvas canvas(1000);
  lab::Glance s = one_of_three(1, 0.5);
  bool restless = false;
  const auto widget = [&](ui::Desk& desk) {
    ui::Widget<lab::Glance>::draw("g", s, {900, 400}, desk);
    restless = desk.restless;
  };
  canvas.frame(widget);
  canvas.click({20, 20}, widget);
  for (int i = 0; i < 60; ++i) canvas.frame(widget);
  CHECK(!restless);
  s.number = 2;
  canvas.frame(widget);
  CHECK(restless);
}

TEST_CASE("a glance takes the height that it asks for, and hostile ones are drawn all the same") {
  for (const float width : {40.0f, 320.0f, 900.0f, 2500.0f}) {
    CAPTURE(width);
    Canvas canvas(width);
    for (lab::Glance s : {one_of_three(1, 3), one_of_three(2, 0)}) {
      canvas.frame([&](ui::Desk& desk) {
        const float height = ui::Widget<lab::Glance>::height(s, width);
        CHECK(height > 0);
        CHECK(height < 2000);
        s.texts.pop_back();
        s.picture.values.pop_back();
        ui::Widget<lab::Glance>::draw("g", s, {width, height}, desk);
      });
    }
  }
}

TEST_CASE("pulling the lit bar sets its field, and the other bars hold still") {
  Canvas canvas(600);
  lab::Bars s;
  s.y = {"rows", 0, 100, false};
  s.names = {"one", "two"};
  s.heights = {50, 50};
  s.lit = 1;
  s.pull = "row";
  const auto widget = [&](ui::Desk& desk) {
    ui::Widget<lab::Bars>::draw("b", s, {500, 300}, desk);
  };
  canvas.frame(widget);
  bool left = false, right = false;
  for (float y = 30; y < 250; y += 10) {
    for (const ui::Intent& i : canvas.click({150, y}, widget)) left |= i.key == "row";
    for (const ui::Intent& i : canvas.click({420, y}, widget)) right |= i.key == "row";
  }
  CHECK(!left);
  CHECK(right);
}
