#include "ui/controls/steps.h"

#include <algorithm>

#include "ui/controls/control.h"
#include "ui/controls/wish.h"
#include "ui/frame/digits.h"
#include "ui/frame/focus.h"
#include "ui/frame/theme.h"

namespace ui {

namespace {

constexpr float row_height = 2.6f;  // em; a finger finds it

enum class Icon { restart, back, play, pause, step };

// Drawn, not written: fonts disagree about these signs, and none of them is in ours.
void icon(ImDrawList& draw, Icon which, ImVec2 c, float r, ImU32 colour) {
  const auto triangle = [&](float x, float way) {
    draw.AddTriangleFilled({x - way * 0.6f * r, c.y - r}, {x - way * 0.6f * r, c.y + r},
                           {x + way * r, c.y}, colour);
  };
  const auto bar = [&](float x) {
    draw.AddRectFilled({x - 0.18f * r, c.y - r}, {x + 0.18f * r, c.y + r}, colour);
  };
  switch (which) {
    case Icon::restart:
      bar(c.x - 1.1f * r);
      triangle(c.x - 0.1f * r, -1);
      return triangle(c.x + 1.1f * r, -1);
    case Icon::back:
      bar(c.x + 0.9f * r);
      return triangle(c.x - 0.2f * r, -1);
    case Icon::play:
      return triangle(c.x, 1.1f);
    case Icon::pause:
      bar(c.x - 0.5f * r);
      return bar(c.x + 0.5f * r);
    case Icon::step:
      bar(c.x - 0.9f * r);
      return triangle(c.x + 0.2f * r, 1);
  }
}

bool icon_button(const char* id, Icon which, const char* hint, bool loud) {
  const Theme t = theme();
  const float em = ImGui::GetFontSize();
  const Area a = area(id, {2.6f * em, row_height * em});
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.AddRectFilled(a.box.min, a.box.max, loud ? t.accent : t.raised, 5);
  if (a.hovered) {
    draw.AddRect(a.box.min, a.box.max, t.frame, 5);
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    const ReadLine line[] = {{hint}};
    readout({a.box.min.x, a.box.min.y}, line);
  }
  icon(draw, which, {0.5f * (a.box.min.x + a.box.max.x), 0.5f * (a.box.min.y + a.box.max.y)},
       0.42f * em, loud ? t.on_accent : t.text);
  ImGui::SameLine(0, 0.35f * em);
  return a.activated;
}

bool key(ImGuiKey which) {
  return !ImGui::GetIO().WantTextInput && ImGui::GetIO().KeyMods == ImGuiMod_None &&
         ImGui::IsKeyPressed(which);
}

// How far the run is, right of the buttons: of all its steps, or on its way to where it was sent.
void progress(const lab::View& view, const lab::Whole& end, float x, ImVec2 at, float width) {
  const Theme t = theme();
  const float em = ImGui::GetFontSize();
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const bool behind = !view.playing && view.done < view.total;
  const double done = static_cast<double>(view.done);
  const double total = static_cast<double>(view.total);
  const float middle = at.y + 0.5f * row_height * em;
  if (!behind) {
    const std::string text =
        readable(static_cast<double>(end.value)) + " of " + readable(static_cast<double>(end.high));
    // The number itself stands beneath, on the slider.
    if (x + text_size(text).x > at.x + width) return;
    return draw_text(draw, {x, middle - 0.5f * em}, t.faint, text);
  }
  const std::string text = readable(done) + " of " + readable(total);
  const bool fits = x + text_size(text).x <= at.x + width;
  draw_text(draw, {x, middle - em}, t.text, fits ? text : readable(done));
  const float right = std::max(at.x + width, x + 2 * em), y = middle + 0.55f * em;
  draw.AddRectFilled({x, y - 3}, {right, y + 3}, t.grid, 3);
  const float share = static_cast<float>(std::clamp(done / total, 0.0, 1.0));
  draw.AddRectFilled({x, y - 3}, {x + std::max((right - x) * share, 6.0f), y + 3}, t.accent, 3);
}

}  // namespace

void steps(const lab::View& view, const lab::Field& horizon, float width, Desk& desk) {
  const auto* whole = std::get_if<lab::Whole>(&horizon.slot);
  if (!whole) return control(horizon, width, false, desk);
  const float em = ImGui::GetFontSize();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const auto now = static_cast<double>(whole->value);
  const auto go = [&](double step) {
    if (const auto text = number_text(horizon, step)) wish(desk, horizon, *text);
  };
  // A run under way, whether it plays or catches up with its parameters, is stopped where it is.
  const bool behind = view.done < view.total, moving = view.playing || behind;
  ImGui::PushID("steps");
  const bool space = key(ImGuiKey_Space) && !ImGui::GetIO().NavVisible;
  const bool restart = icon_button("restart", Icon::restart, "start again, same seed (R)", false);
  const bool back = icon_button("back", Icon::back, "one step back (,)", false);
  const char* const hint = view.playing ? "pause (Space)"
                           : behind     ? "stop here (Space)"
                                        : "play (Space)";
  const bool play = icon_button("play", moving ? Icon::pause : Icon::play, hint, true);
  const bool step = icon_button("step", Icon::step, "one step (.)", false);
  progress(view, *whole, ImGui::GetCursorScreenPos().x + 0.4f * em, at, width);

  if (play || space) desk.intents.push_back({lab::play_key, moving ? "0" : "1"});
  if (restart || key(ImGuiKey_R)) go(static_cast<double>(whole->low));
  if (back || key(ImGuiKey_Comma)) go(now - 1);
  if (step || key(ImGuiKey_Period)) go(now + 1);
  ImGui::PopID();
  ImGui::SetCursorScreenPos({at.x, at.y + row_height * em + 0.5f * em});
  control(horizon, width, false, desk);
}

}  // namespace ui
