#include "ui/plots/zoom.h"

#include <doctest/doctest.h>

#include "ui/bare_canvas.h"
#include "ui/plots/lines.h"

using bare::Canvas;

namespace {

struct Pulled {
  double sigma = 5;
  void declare(lab::Fields& f) { f.real("sigma", sigma, {0, 10}, "sigma"); }
};

lab::Lines parabola() {
  lab::Lines s{{"x", 0, 10}, {"y", 0, 100}, {}, {}, {"sigma", 5}};
  lab::Curve c;
  for (int i = 0; i <= 10; ++i)
    c.x.push_back(static_cast<float>(i)), c.y.push_back(static_cast<float>(i * i));
  s.curves.push_back(c);
  return s;
}

// A plot under a pointer, and the part of it that is in view after each frame.
struct Hand {
  Canvas canvas{600};
  lab::Lines shape = parabola();
  ui::Zoom zoom;
  ui::Zooms offers = ui::Zooms::no;
  std::vector<ui::Intent> wishes;

  Hand() { canvas.fields = lab::declared<Pulled>(); }
  void frame() {
    for (ui::Intent& wish : canvas.frame([&](ui::Desk& desk) {
           ui::Widget<lab::Lines>::draw("plot", shape, {600, 300}, desk);
           zoom = ui::kept_zoom(ImGui::GetItemID());
           offers = desk.zooms;
         }))
      wishes.push_back(wish);
  }
  void move(float x, float y) {
    canvas.move({x, y});
    frame(), frame();
  }
  void button(bool down) {
    canvas.button(down);
    frame(), frame();
  }
  void click() {
    for (int i = 0; i < 30; ++i) frame();  // long enough not to be a double click
    button(true), button(false);
  }
  void wheel(float by) {
    ImGui::GetIO().AddMouseWheelEvent(0, by);
    frame(), frame();
  }
  void key(ImGuiKey k) {
    for (const bool down : {true, false}) {
      ImGui::GetIO().AddKeyEvent(k, down);
      frame();
    }
  }
};

constexpr float right = 450, mid = 150;  // away from the handle, within the frame

}  // namespace

TEST_CASE("zooming keeps the point in its place and goes no further than the whole") {
  const ui::Zoom z = ui::scaled({}, 0.5, 0.25, 1, ui::Zoomable::both);
  CHECK(z.x0 == doctest::Approx(0.125));  // a quarter of the way from 0.125 to 0.625 is 0.25
  CHECK(z.x1 == doctest::Approx(0.625));
  CHECK(z.y0 == doctest::Approx(0.5));
  CHECK(z.y1 == doctest::Approx(1));
  CHECK(ui::scaled(z, 10, 0.5, 0.5, ui::Zoomable::both).whole());
  CHECK(ui::scaled({}, 0.5, 0.5, 0.5, ui::Zoomable::x).y1 == 1);
  CHECK(ui::scaled({}, 1e-9, 0.5, 0.5, ui::Zoomable::x).x1 > 0.5);
}

TEST_CASE("a part of a logarithmic range is a part of its decades") {
  const ui::Range r = ui::part({1, 10000, true}, 0.25, 0.5);
  CHECK(r.low == doctest::Approx(10));
  CHECK(r.high == doctest::Approx(100));
}

TEST_CASE("the wheel scrolls on until the plot has the focus, and zooms then") {
  Hand hand;
  hand.frame();
  hand.move(right, mid);
  hand.wheel(2);
  CHECK(hand.zoom.whole());
  CHECK(hand.offers == ui::Zooms::pinch);
  hand.click();
  CHECK(hand.offers == ui::Zooms::inwards);  // there is nothing further out to see
  hand.wheel(2);
  CHECK(hand.offers == ui::Zooms::wheel);
  CHECK(hand.zoom.x1 - hand.zoom.x0 == doctest::Approx(0.64));  // 0.8 twice
  hand.wheel(-2);
  CHECK(hand.zoom.x1 - hand.zoom.x0 == doctest::Approx(1));
}

TEST_CASE("two fingers zoom without the focus") {
  Hand hand;
  hand.frame();
  hand.move(right, mid);
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
  hand.wheel(1);
  CHECK(!hand.zoom.whole());
}

TEST_CASE("plus, minus and 0 do the same from the keyboard") {
  Hand hand;
  hand.frame();
  hand.move(right, mid);
  hand.click();
  hand.key(ImGuiKey_KeypadAdd);
  CHECK(hand.zoom.x1 - hand.zoom.x0 == doctest::Approx(1 / 1.5));
  hand.key(ImGuiKey_Minus);
  CHECK(hand.zoom.whole());
  hand.key(ImGuiKey_Equal);
  hand.key(ImGuiKey_0);
  CHECK(hand.zoom.whole());
}

TEST_CASE("a drag moves what was enlarged, not the whole, and never beyond its sides") {
  Hand hand;
  hand.frame();
  hand.move(right, mid);
  hand.button(true);
  hand.move(right - 100, mid);
  hand.button(false);
  CHECK(hand.zoom.whole());
  hand.click();
  hand.wheel(3);
  const ui::Zoom before = hand.zoom;
  for (int i = 0; i < 30; ++i) hand.frame();
  hand.button(true);
  hand.move(right - 150, mid + 10);
  hand.button(false);
  CHECK(hand.zoom.x0 > before.x0);
  CHECK(hand.zoom.x1 - hand.zoom.x0 == doctest::Approx(before.x1 - before.x0));
  for (int i = 0; i < 3; ++i) {
    for (int k = 0; k < 30; ++k) hand.frame();
    hand.move(right, mid);
    hand.button(true);
    hand.move(80, mid);
    hand.button(false);
  }
  CHECK(hand.zoom.x1 == doctest::Approx(1));
}

TEST_CASE("a double click shows the whole again") {
  Hand hand;
  hand.frame();
  hand.move(right, mid);
  hand.click();
  hand.wheel(3);
  CHECK(!hand.zoom.whole());
  for (int i = 0; i < 30; ++i) hand.frame();
  hand.button(true), hand.button(false), hand.button(true), hand.button(false);
  CHECK(hand.zoom.whole());
}

TEST_CASE("a handle is dragged as before, enlarged or not, and the view stays") {
  Hand hand;
  hand.frame();
  hand.move(right, mid);
  hand.click();
  hand.wheel(1);
  const ui::Zoom before = hand.zoom;
  // The handle stands at 5 of 10: where that is now follows from the part in view.
  const double share = (0.5 - before.x0) / (before.x1 - before.x0);
  for (float x = 20; x < 580; x += 4) {
    hand.move(x, mid);
    for (int i = 0; i < 30; ++i) hand.frame();
    hand.button(true);
    if (!hand.wishes.empty()) break;
    hand.button(false);
  }
  REQUIRE(share > 0);
  hand.move(right, mid);
  hand.button(false);
  CHECK(!hand.wishes.empty());
  CHECK(hand.zoom.x1 - hand.zoom.x0 == doctest::Approx(before.x1 - before.x0));
}
