// A picture that is shown for a while, and buttons for what it may be. The clock is here, and here
// alone: nothing of it reaches the lab.

#include "ui/maps/glance.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/controls/wish.h"
#include "ui/frame/digits.h"
#include "ui/frame/focus.h"
#include "ui/frame/theme.h"

namespace ui {

namespace {

float button_height() { return 2.6f * ImGui::GetFontSize(); }
float button_gap() { return 0.7f * ImGui::GetFontSize(); }
float foot() { return 2.2f * ImGui::GetFontSize(); }  // for the clock under the picture

struct Places {
  Box picture;
  std::vector<Box> buttons;
  float bottom = 0;
};

// The picture with the buttons at its side, or beneath it in two columns where that is narrow.
Places places(const lab::Glance& s, ImVec2 at, float width, float height) {
  const float em = ImGui::GetFontSize(), pitch = button_height() + button_gap();
  const auto n = static_cast<float>(s.choices.size());
  const bool beside = width > 30 * em;
  const float column = beside ? 13 * em : 0.5f * (width - button_gap());
  const float room = beside ? width - column - 2 * em : width;
  const float below = beside ? 0 : std::ceil(n / 2) * pitch;
  const float side = std::max(std::min({room, height - foot() - below, 22 * em}), 4 * em);
  Places p;
  p.picture = {at, {at.x + side, at.y + side}};
  for (std::size_t i = 0; i < s.choices.size(); ++i) {
    const auto k = static_cast<float>(i);
    const ImVec2 from = beside ? ImVec2{at.x + side + 2 * em, at.y + k * pitch}
                               : ImVec2{at.x + static_cast<float>(i % 2) * (column + button_gap()),
                                        at.y + side + foot() + std::floor(k / 2) * pitch};
    p.buttons.push_back({from, {from.x + column, from.y + button_height()}});
  }
  p.bottom = at.y + side + foot() + below;
  return p;
}

enum class Showing { waiting, seen, over };

// Where the clock of this picture stands. The first one waits until it is asked for; those after it
// start when they come.
struct Clock {
  Showing sight = Showing::seen;
  float left = 0;  // seconds
};

Clock clock(const lab::Glance& s, const Area& a, bool start) {
  if (s.seconds <= 0 || s.right >= 0) return {};
  const auto now = static_cast<float>(ImGui::GetTime());
  const int before = kept(a.id, "number");
  if (before != s.number && (before != 0 || start)) {
    keep(a.id, "number", s.number);
    keep_real(a.id, "since", now);
  } else if (before == 0) {
    return {Showing::waiting, static_cast<float>(s.seconds)};
  }
  const float left = static_cast<float>(s.seconds) - (now - kept_real(a.id, "since"));
  return left > 0 ? Clock{Showing::seen, left} : Clock{Showing::over, 0};
}

void ink(ImDrawList& draw, const lab::Plane& plane, const Box& box, const Theme& t) {
  const std::size_t cells =
      plane.rows > 0 && plane.cols > 0
          ? static_cast<std::size_t>(plane.rows) * static_cast<std::size_t>(plane.cols)
          : 0;
  if (cells == 0 || plane.values.size() != cells) return;
  const float w = box.width() / static_cast<float>(plane.cols);
  const float h = box.height() / static_cast<float>(plane.rows);
  for (int r = 0; r < plane.rows; ++r)
    for (int c = 0; c < plane.cols; ++c) {
      const float v = plane.values[static_cast<std::size_t>(r * plane.cols + c)];
      if (!(v > 0.01f)) continue;
      const ImVec2 at{box.min.x + static_cast<float>(c) * w, box.min.y + static_cast<float>(r) * h};
      draw.AddRectFilled(at, {at.x + w, at.y + h}, mix(t.surface, t.text, std::min(v, 1.0f)));
    }
}

void picture(ImDrawList& draw, const lab::Glance& s, const Box& box, const Clock& clock,
             const Theme& t) {
  if (clock.sight == Showing::seen) {
    ink(draw, s.picture, box, t);
  } else {
    draw.AddRectFilled(box.min, box.max, t.raised, 6);
    const ImVec2 middle{0.5f * (box.min.x + box.max.x), 0.5f * (box.min.y + box.max.y)};
    const char* const words = clock.sight != Showing::waiting ? "Time is up: decide"
                              : has_keys()                    ? "Click or press Space to look"
                                                              : "Tap to look";
    const float wrap = std::max(box.width() - em(), 1.0f);
    const ImVec2 size = text_size(words, wrap);
    draw_text(draw, {middle.x - 0.5f * size.x, middle.y - 0.5f * size.y}, t.text, words, wrap);
  }
  draw.AddRect(box.min, box.max, t.frame, 6);
  const float em = ImGui::GetFontSize(), y = box.max.y + 0.5f * em;
  std::string line = std::to_string(s.number) + " of " + std::to_string(s.of);
  if (s.seconds > 0 && s.right < 0)
    line += clock.sight == Showing::over
                ? ""
                : ", " + readable(std::ceil(10 * static_cast<double>(clock.left)) / 10) + " s" +
                      (clock.sight == Showing::waiting ? " to look" : "");
  draw_text(draw, {box.min.x, y}, t.faint, line);
  if (clock.sight != Showing::seen || s.seconds <= 0 || s.right >= 0) return;
  const float share = clock.left / static_cast<float>(s.seconds), top = y + 1.25f * em;
  draw.AddRectFilled({box.min.x, top}, {box.max.x, top + 4}, t.grid, 2);
  draw.AddRectFilled({box.min.x, top}, {box.min.x + share * box.width(), top + 4}, t.accent, 2);
}

void button(ImDrawList& draw, const lab::Glance& s, int i, const Box& box, bool loud,
            const Theme& t) {
  const float em = ImGui::GetFontSize();
  const bool chosen = i == s.chosen, right = i == s.right;
  draw.AddRectFilled(box.min, box.max, chosen ? t.accent : t.raised, 6);
  draw.AddRect(box.min, box.max, right ? t.good : loud ? t.text : t.frame, 6, 0, right ? 3 : 1);
  const ImU32 colour = chosen ? t.on_accent : t.text;
  const float y = 0.5f * (box.min.y + box.max.y - em);
  draw_text(
      draw, {box.min.x + 0.9f * em, y}, colour,
      (has_keys() ? std::to_string(i + 1) + "  " : "") + s.choices[static_cast<std::size_t>(i)]);
  const char* const sign = right ? "✓" : chosen && s.right >= 0 ? "✗" : nullptr;
  if (sign) draw_text(draw, {box.max.x - 1.6f * em, y}, colour, sign);
}

// The choice of a digit key, from 0, or -1; while the area has the focus, digits are its own.
int digit(const Area& a, int count) {
  if (!a.focused || ImGui::GetIO().WantTextInput) return -1;
  for (int i = 0; i < std::min(count, 9); ++i)
    if (ImGui::IsKeyPressed(static_cast<ImGuiKey>(ImGuiKey_1 + i), false) ||
        ImGui::IsKeyPressed(static_cast<ImGuiKey>(ImGuiKey_Keypad1 + i), false))
      return i;
  return -1;
}

}  // namespace

float Widget<lab::Glance>::height(const lab::Glance& s, float width) {
  return places(s, {}, width, 1e6f).bottom;
}

float Widget<lab::Glance>::least_height(const lab::Glance& s, float width) {
  const Places p = places(s, {}, width, 1e6f);
  const float lower = std::max(0.0f, p.picture.height() - 11 * ImGui::GetFontSize());
  const float buttons = p.buttons.empty() ? 0 : p.buttons.back().max.y;
  const bool below = !p.buttons.empty() && p.buttons.back().min.y > p.picture.max.y;
  return below ? p.bottom - lower : std::max(p.bottom - lower, buttons);
}

void Widget<lab::Glance>::draw(const char* id, const lab::Glance& s, ImVec2 size, Desk& desk) {
  const Theme t = theme();
  const Area a = area(id, size);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const Places p = places(s, a.box.min, a.box.width(), a.box.height());
  const int n = static_cast<int>(std::min(s.choices.size(), s.texts.size()));
  int under = -1;
  for (int i = 0; i < n; ++i)
    if (a.hovered && p.buttons[static_cast<std::size_t>(i)].contains(a.mouse)) under = i;

  // The keyboard starts the clock from anywhere, a pointer on the picture.
  const bool start = a.pressed ? p.picture.contains(a.mouse) : a.activated;
  const Clock now = clock(s, a, start);
  if (now.sight == Showing::seen && s.seconds > 0 && s.right < 0) desk.restless = true;
  picture(draw, s, p.picture, now, t);
  for (int i = 0; i < n; ++i)
    button(draw, s, i, p.buttons[static_cast<std::size_t>(i)], i == under, t);

  const int key = digit(a, n), made = a.pressed && under >= 0 ? under : key;
  if (under >= 0) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  // A call on a picture that was never looked at would be a guess.
  if (made < 0 || now.sight == Showing::waiting) return;
  if (const lab::Field* field = desk.field(s.pick))
    wish(desk, *field, s.texts[static_cast<std::size_t>(made)]);
}

}  // namespace ui
