#include "ui/plots/pull.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/controls/wish.h"
#include "ui/frame/digits.h"

namespace ui {

bool pull(const lab::Bars& s, const Plot& p, double left, double right, Desk& desk) {
  const lab::Field* field = desk.field(s.pull);
  if (!field || s.lit < 0 || s.lit >= static_cast<int>(s.heights.size())) return false;
  const Theme t = theme();
  const double height = static_cast<double>(s.heights[static_cast<std::size_t>(s.lit)]);
  const float tip = p.py(height), from = p.px(left), to = p.px(right);
  const ImVec2 mouse = p.area.mouse;
  const bool near = p.area.hovered && mouse.x > from && mouse.x < to && mouse.y > tip - 16 &&
                    mouse.y < p.inner.max.y;
  const bool dragging = p.area.held && (p.area.pressed ? near : kept(p.area.id, "pull") != 0);
  if (p.area.pressed) keep(p.area.id, "pull", dragging);
  if (dragging) {
    const double at =
        bounds(*field).clamp(p.y_at(std::clamp(mouse.y, p.inner.min.y, p.inner.max.y)));
    const double pixel = std::fabs(p.y_at(p.py(at) + 1) - at);
    if (const auto text = number_text(*field, to_step(at, pixel))) wish(desk, *field, *text);
  }
  if (p.area.double_clicked && near) wish(desk, *field, lab::text(field->initial));
  const bool loud = dragging || near;
  if (loud) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeNS);

  // Grips at the top say that this bar can be taken hold of.
  const float middle = 0.5f * (from + to), half = std::min(14.0f, 0.3f * (to - from));
  const ImU32 colour = loud ? t.text : t.on_accent;
  if (p.inner.max.y - tip > 14)
    for (const float down : std::array{5.0f, 9.0f})
      p.draw->AddLine({middle - half, tip + down}, {middle + half, tip + down}, colour, 1.5f);
  return dragging;
}

}  // namespace ui
