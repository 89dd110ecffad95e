#include "ui/maps/tokens.h"

#include <doctest/doctest.h>

#include "ui/bare_canvas.h"

using bare::asks;
using bare::Canvas;

namespace {

lab::Tokens letters(const std::string& text) {
  lab::Tokens s;
  s.value = {"loss [nats]"};
  for (const char c : text) s.pieces.push_back({{c}, static_cast<float>(s.pieces.size())});
  s.pick = "row";
  return s;
}

std::function<void(ui::Desk&)> drawn(const lab::Tokens& s, float width) {
  return [&s, width](ui::Desk& desk) {
    const float height = ui::Widget<lab::Tokens>::height(s, width);
    ui::Widget<lab::Tokens>::draw("t", s, {width, height}, desk);
  };
}

float height(const lab::Tokens& s, float width) {
  float height = 0;
  Canvas canvas(1000);
  canvas.frame([&](ui::Desk&) { height = ui::Widget<lab::Tokens>::height(s, width); });
  return height;
}

// From one line to the next.
float pitch() { return height(letters("a\na"), 900) - height(letters("a"), 900); }

}  // namespace

TEST_CASE("a click on a piece asks for its place from 1, a click beside the text for nothing") {
  const lab::Tokens s = letters("abc");
  Canvas canvas(1000);
  const auto widget = drawn(s, 900);
  canvas.frame(widget);
  CHECK(canvas.click({800, 10}, widget).empty());
  CHECK(asks(canvas.click({6, 10}, widget), "row", "1"));
  CHECK(asks(canvas.click({30, 10}, widget), "row", "3"));
}

TEST_CASE("arrows lead from piece to piece and from line to line, and Enter picks") {
  const lab::Tokens s = letters("ab\ncd\nef");
  Canvas canvas(1000);
  const auto widget = drawn(s, 900);
  canvas.frame(widget);
  canvas.click({800, 10}, widget);
  CHECK(canvas.key(ImGuiKey_RightArrow, widget).empty());
  CHECK(asks(canvas.key(ImGuiKey_Enter, widget), "row", "1"));
  canvas.key(ImGuiKey_RightArrow, widget);
  canvas.key(ImGuiKey_DownArrow, widget);
  CHECK(asks(canvas.key(ImGuiKey_Enter, widget), "row", "5"));  // a b ↵ c d
  canvas.key(ImGuiKey_DownArrow, widget);
  canvas.key(ImGuiKey_LeftArrow, widget);
  CHECK(asks(canvas.key(ImGuiKey_Enter, widget), "row", "7"));
  canvas.key(ImGuiKey_Escape, widget);
  CHECK(canvas.key(ImGuiKey_Enter, widget).empty());
}

TEST_CASE("a text takes a line more for each line end in it, but for one at its end") {
  const float one = height(letters("abc"), 900), two = height(letters("ab\nc"), 900);
  const float three = height(letters("a\n\nc"), 900);
  CHECK(two > one + 16);
  CHECK(three - two == doctest::Approx(two - one).epsilon(0.05));
  CHECK(height(letters("abc\n"), 900) == one);
}

TEST_CASE("lines break behind blanks where the width breaks them") {
  // At this width the second word does not fit beside the first, and each fits alone.
  const lab::Tokens s = letters("abcdefgh ijklmnop");
  const float line = pitch(), width = 150;
  Canvas canvas(1000);
  const auto widget = drawn(s, width);
  canvas.frame(widget);
  CHECK(asks(canvas.click({6, 10 + line}, widget), "row", "10"));  // "i"
}

TEST_CASE("a piece wider than its place goes on in the next line and is one piece still") {
  lab::Tokens s;
  s.pick = "row";
  s.pieces = {{"a", 0}, {"z", 2}, {std::string(60, 'm'), 1}};
  const float line = pitch();
  CHECK(height(s, 200) > height(s, 900) + 2 * line);
  Canvas canvas(1000);
  const auto widget = drawn(s, 200);
  canvas.frame(widget);
  // 60 letters fill more than three lines, and each is the one piece.
  for (const float y : {line, 2 * line, 3 * line})
    CHECK(asks(canvas.click({6, 10 + y}, widget), "row", "3"));
}

TEST_CASE("a text is set within its width, and one without pieces says so") {
  for (const float width : {40.0f, 390.0f, 1366.0f}) CHECK(height(letters("a b"), width) < 300);
  Canvas canvas(300);
  CHECK(canvas.frame(drawn(lab::Tokens(), 300)).empty());
}
