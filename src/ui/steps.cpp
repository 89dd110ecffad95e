#include "ui/steps.h"

#include <algorithm>

#include "ui/control.h"
#include "ui/digits.h"
#include "ui/focus.h"
#include "ui/theme.h"
#include "ui/wish.h"

namespace ui {

namespace {

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
  const Area a = area(id, {2.6f * em, 2.1f * em});
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

// About ten seconds from end to end, and never less than a step a frame.
double stride(const lab::Whole& horizon) {
  return static_cast<double>(std::max<std::int64_t>(1, (horizon.high - horizon.low) / 600));
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
  ImGui::PushID("steps");
  const ImGuiID own = ImGui::GetID("playing");
  bool playing = kept(own, "on") != 0;
  const bool at_end = whole->value >= whole->high;

  const bool space = key(ImGuiKey_Space) && !ImGui::GetIO().NavVisible;
  const bool restart = icon_button("restart", Icon::restart, "start again, same seed (R)", false);
  const bool back = icon_button("back", Icon::back, "one step back (,)", false);
  const bool play = icon_button("play", playing ? Icon::pause : Icon::play,
                                playing ? "pause (Space)" : "play (Space)", true);
  const bool step = icon_button("step", Icon::step, "one step (.)", false);
  words(*ImGui::GetWindowDrawList(), {ImGui::GetCursorScreenPos().x + 0.4f * em, at.y + 0.55f * em},
        theme().faint, shown(now) + " of " + shown(static_cast<double>(whole->high)));

  if (play || space) {
    playing = !playing;
    if (playing && at_end) go(static_cast<double>(whole->low));
  }
  if (restart || key(ImGuiKey_R)) playing = false, go(static_cast<double>(whole->low));
  if (back || key(ImGuiKey_Comma)) playing = false, go(now - 1);
  if (step || key(ImGuiKey_Period)) playing = false, go(now + 1);
  if (playing && at_end && !(play || space)) playing = false;
  // The next step is asked for when the last one has been taken, however long that was.
  if (playing && !at_end && view.done >= view.total) go(now + stride(*whole));
  keep(own, "on", playing);
  desk.restless |= playing;
  ImGui::PopID();
  ImGui::SetCursorScreenPos({at.x, at.y + 2.6f * em});
  control(horizon, width, false, desk);
}

}  // namespace ui
