#include "ui/solid/turning.h"

#include <algorithm>
#include <cmath>

#include "ui/controls/wish.h"

namespace ui {

namespace {

constexpr double degrees_a_point = 0.5, degrees_a_press = 5;

// What the hand does: nothing, it may begin to turn, or it turns.
enum class Grip { none, pressed, turns };

double angle_in(const lab::Field& field) {
  const auto* const real = std::get_if<lab::Real>(&field.slot);
  return real && std::isfinite(real->value) ? real->value : 0;
}

double round_trip(const lab::Field& field, double yaw) {
  const Bounds b = bounds(field);
  if (b.high - b.low < 360) return b.clamp(yaw);
  while (yaw > b.high) yaw -= 360;
  while (yaw < b.low) yaw += 360;
  return yaw;
}

bool keyed_reset(const Area& a) {
  return a.focused && !ImGui::GetIO().WantTextInput &&
         (ImGui::IsKeyPressed(ImGuiKey_0) || ImGui::IsKeyPressed(ImGuiKey_Keypad0));
}

// Takes up the figure where a press has gone a few points, and keeps how it stood.
Grip grip(const Area& a, Angles stands) {
  auto now = a.held ? static_cast<Grip>(kept(a.id, "grip")) : Grip::none;
  if (a.pressed) {
    now = Grip::pressed;
    keep_real(a.id, "press x", a.mouse.x), keep_real(a.id, "press y", a.mouse.y);
    keep_real(a.id, "yaw", static_cast<float>(stands.yaw));
    keep_real(a.id, "pitch", static_cast<float>(stands.pitch));
  }
  const float dx = std::fabs(a.mouse.x - kept_real(a.id, "press x"));
  const float dy = std::fabs(a.mouse.y - kept_real(a.id, "press y"));
  if (now == Grip::pressed && std::max(dx, dy) >= 4)
    now = by_finger() && dy > dx ? Grip::none : Grip::turns;
  keep(a.id, "grip", static_cast<int>(now));
  return now;
}

Angles by_hand(const Area& a) {
  const auto way = [](float to, float from) {
    return static_cast<double>(to - from) * degrees_a_point;
  };
  return {
      static_cast<double>(kept_real(a.id, "yaw")) + way(a.mouse.x, kept_real(a.id, "press x")),
      static_cast<double>(kept_real(a.id, "pitch")) + way(a.mouse.y, kept_real(a.id, "press y"))};
}

}  // namespace

TurnFields turn_fields(const lab::Surface& s, const Desk& desk) {
  const TurnFields found{desk.field(s.to_yaw), desk.field(s.to_pitch)};
  return found ? found : TurnFields{};
}

Angles angles_of(const lab::Surface& s, TurnFields fields) {
  if (!fields) return {s.yaw, s.pitch};
  return {angle_in(*fields.yaw), angle_in(*fields.pitch)};
}

bool turning(const Area& a) { return kept(a.id, "grip") == static_cast<int>(Grip::turns); }

Angles turn(TurnFields fields, Angles stands, const Area& a, const Keys& k, Desk& desk) {
  if (!fields) return stands;
  const Grip hand = grip(a, stands);
  // A finger that rests here may yet scroll the page.
  if (a.hovered && !by_finger()) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
  Angles to = stands;
  if (keyed_reset(a) || a.double_clicked) {
    keep(a.id, "grip", 0);
    wish(desk, *fields.yaw, lab::text(fields.yaw->initial));
    wish(desk, *fields.pitch, lab::text(fields.pitch->initial));
    return stands;
  }
  if (hand == Grip::turns) to = by_hand(a);
  if (k.any_arrow())
    to = {stands.yaw + degrees_a_press * k.right, stands.pitch + degrees_a_press * k.down};
  if (to == stands) return stands;
  to = {round_trip(*fields.yaw, to_step(to.yaw, degrees_a_point)),
        bounds(*fields.pitch).clamp(to_step(to.pitch, degrees_a_point))};
  if (const auto text = number_text(*fields.yaw, to.yaw)) wish(desk, *fields.yaw, *text);
  if (const auto text = number_text(*fields.pitch, to.pitch)) wish(desk, *fields.pitch, *text);
  return to;
}

}  // namespace ui
