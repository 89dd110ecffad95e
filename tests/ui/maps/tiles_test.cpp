#include "ui/maps/tiles.h"

#include <doctest/doctest.h>

#include "ui/bare_canvas.h"

using bare::asks;
using bare::Canvas;

namespace {

lab::Tiles three_tiles() {
  lab::Tiles s;
  s.rows = s.cols = 4;
  s.names = {"box", "edge", "blur"};
  s.values.assign(48, 0.5f);
  s.pick = "filter";
  s.lit = 0;
  return s;
}

}  // namespace

TEST_CASE("a click on a tile asks for its name, a click beside the tiles for nothing") {
  Canvas canvas(1000);
  const lab::Tiles s = three_tiles();
  const auto widget = [&](ui::Desk& desk) {
    ui::Widget<lab::Tiles>::draw("t", s, {900, 200}, desk);
  };
  canvas.frame(widget);
  CHECK(canvas.click({895, 195}, widget).empty());
  CHECK(canvas.click({10, 10}, widget).empty());  // the field says "box" already
  int found = 0;
  for (float x = 20; x < 800 && found == 0; x += 20)
    found += asks(canvas.click({x, 10}, widget), "filter", "edge");
  CHECK(found == 1);
}

TEST_CASE("arrows move the focus from tile to tile and Enter picks it") {
  Canvas canvas(1000);
  const lab::Tiles s = three_tiles();
  const auto widget = [&](ui::Desk& desk) {
    ui::Widget<lab::Tiles>::draw("t", s, {900, 200}, desk);
  };
  canvas.frame(widget);
  canvas.click({10, 10}, widget);
  CHECK(canvas.key(ImGuiKey_RightArrow, widget).empty());
  CHECK(canvas.key(ImGuiKey_RightArrow, widget).empty());
  CHECK(asks(canvas.key(ImGuiKey_Enter, widget), "filter", "blur"));
  canvas.key(ImGuiKey_LeftArrow, widget);
  CHECK(asks(canvas.key(ImGuiKey_Enter, widget), "filter", "edge"));
}

TEST_CASE("tiles without data are drawn as a sentence") {
  Canvas canvas(500);
  const auto asked = canvas.frame([](ui::Desk& desk) {
    CHECK(ui::Widget<lab::Tiles>::height({}, 500) > 0);
    ui::Widget<lab::Tiles>::draw("t", {}, {500, 40}, desk);
  });
  CHECK(asked.empty());
}

TEST_CASE("tiles take the height that they ask for at every width, and no infinite one") {
  lab::Tiles s = three_tiles();
  for (const float width : {40.0f, 320.0f, 700.0f, 2500.0f}) {
    CAPTURE(width);
    Canvas canvas(width);
    canvas.frame([&](ui::Desk& desk) {
      const float height = ui::Widget<lab::Tiles>::height(s, width);
      CHECK(height > 0);
      CHECK(height < 1000);
      ui::Widget<lab::Tiles>::draw("t", s, {width, height}, desk);
      CHECK(ImGui::GetItemRectSize().y == doctest::Approx(height));
    });
  }
}
