#include "ui/controls/transport.h"

#include "ui/frame/focus.h"
#include "ui/frame/readout.h"
#include "ui/frame/theme.h"

namespace ui {

namespace {

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

}  // namespace

float transport_height() { return 2.6f * ImGui::GetFontSize(); }

bool transport_button(const char* id, Icon which, const char* hint, bool loud) {
  const Theme t = theme();
  const float em = ImGui::GetFontSize();
  const Area a = area(id, {2.6f * em, transport_height()});
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.AddRectFilled(a.box.min, a.box.max, loud ? t.accent : t.raised, 5);
  // Who has pressed it knows what it does, and the hint would lie on what is pressed next.
  const ImGuiID own = ImGui::GetID(id);
  if (a.activated || !a.hovered) keep(own, "known", a.activated ? 1 : 0);
  if (a.hovered) {
    draw.AddRect(a.box.min, a.box.max, t.frame, 5);
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    const ReadLine line[] = {{hint}};
    if (kept(own, "known") == 0) readout({a.box.min.x, a.box.min.y}, line);
  }
  icon(draw, which, {0.5f * (a.box.min.x + a.box.max.x), 0.5f * (a.box.min.y + a.box.max.y)},
       0.42f * em, loud ? t.on_accent : t.text);
  ImGui::SameLine(0, 0.35f * em);
  return a.activated;
}

}  // namespace ui
