#include "ui/maps/pictures.h"

#include <doctest/doctest.h>

#include "ui/bare_canvas.h"

using bare::asks;
using bare::Canvas;

namespace {

lab::PictureCard card(const char* name, int side) {
  return {name, lab::Tone::grey, side, side,
          std::vector<float>(static_cast<std::size_t>(side * side), 0.5f)};
}

lab::Pictures three_pictures() {
  lab::Pictures s;
  s.pictures = {card("box", 4), card("edge", 8), card("blur", 2)};
  s.pick = "filter";
  s.lit = 0;
  return s;
}

std::function<void(ui::Desk&)> drawn(const lab::Pictures& s, float width) {
  return [&s, width](ui::Desk& desk) {
    ui::Widget<lab::Pictures>::draw("p", s, {width, ui::Widget<lab::Pictures>::height(s, width)},
                                    desk);
  };
}

}  // namespace

TEST_CASE("a click on a picture asks for its name, a click beside them for nothing") {
  const lab::Pictures s = three_pictures();
  Canvas canvas(1000);
  const auto widget = drawn(s, 900);
  canvas.frame(widget);
  CHECK(canvas.click({895, 20}, widget).empty());
  CHECK(canvas.click({20, 20}, widget).empty());  // the field says "box" already
  CHECK(asks(canvas.click({400, 100}, widget), "filter", "edge"));
}

TEST_CASE("arrows walk by pixels of the picture and past its side into the next, Enter picks") {
  const lab::Pictures s = three_pictures();
  Canvas canvas(1000);
  const auto widget = drawn(s, 900);
  canvas.frame(widget);
  canvas.click({895, 20}, widget);
  canvas.key(ImGuiKey_RightArrow, widget);
  for (int i = 0; i < 3; ++i) canvas.key(ImGuiKey_RightArrow, widget);
  CHECK(canvas.key(ImGuiKey_Enter, widget).empty());  // the fourth and last pixel of "box"
  canvas.key(ImGuiKey_RightArrow, widget);
  CHECK(asks(canvas.key(ImGuiKey_Enter, widget), "filter", "edge"));
  for (int i = 0; i < 8; ++i) canvas.key(ImGuiKey_RightArrow, widget);
  CHECK(asks(canvas.key(ImGuiKey_Enter, widget), "filter", "blur"));
  for (int i = 0; i < 2; ++i) canvas.key(ImGuiKey_LeftArrow, widget);
  CHECK(asks(canvas.key(ImGuiKey_Enter, widget), "filter", "edge"));
}

TEST_CASE("pictures break into rows where the width is small, and ask for all of it before that") {
  const lab::Pictures s = three_pictures();
  Canvas canvas(1000);
  canvas.frame([&](ui::Desk&) {
    using Widget = ui::Widget<lab::Pictures>;
    CHECK(Widget::height(s, 900) < 300);
    CHECK(Widget::height(s, 300) > Widget::height(s, 900));
    CHECK(!Widget::wants_full_width(s, 900));
    CHECK(Widget::wants_full_width(s, 300));
  });
}

TEST_CASE("on a phone six pictures stand in two rows, or in three where a name would be cut") {
  constexpr float phone = 332, most_of_its_sight = 460;
  lab::Pictures s;
  for (const char* const name :
       {"input x", "output G(x)", "down(G(x))", "bicubic", "ours", "theirs"})
    s.pictures.push_back(card(name, 32));
  s.pictures[4].tone = s.pictures[5].tone = lab::Tone::two_sided;
  Canvas canvas(400);
  canvas.frame([&](ui::Desk&) {
    using Widget = ui::Widget<lab::Pictures>;
    CHECK(Widget::height(s, phone) < most_of_its_sight - 3 * ui::em());
    s.pictures[0].name = "held to what is enlarged";
    CHECK(Widget::height(s, phone) > most_of_its_sight);
  });
}

TEST_CASE("a figure without pictures and a picture without values say so") {
  lab::Pictures s;
  Canvas canvas(500);
  CHECK(canvas.frame(drawn(s, 500)).empty());
  s.pictures = {{"empty", lab::Tone::colour, 2, 2, {1}}};
  CHECK(canvas.frame(drawn(s, 500)).empty());
}
