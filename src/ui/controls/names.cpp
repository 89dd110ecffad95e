#include "ui/controls/names.h"

#include <algorithm>
#include <cmath>

#include "ui/controls/control.h"
#include "ui/controls/typing.h"
#include "ui/controls/wish.h"
#include "ui/controls/words.h"
#include "ui/frame/focus.h"
#include "ui/frame/readout.h"
#include "ui/frame/theme.h"

namespace ui {

void toggles(const lab::Field& field, const lab::Subset& subset, float width, Desk& desk) {
  const Theme t = theme();
  const float em = ImGui::GetFontSize(), gap = 0.35f * em, height = 1.8f * em;
  headline(field, width, 0, desk);
  const ImVec2 from = ImGui::GetCursorScreenPos();
  ImVec2 at = from;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  for (int i = 0; i < static_cast<int>(subset.names.size()); ++i) {
    const std::string& name = subset.names[static_cast<std::size_t>(i)];
    if (!field.offers(name) && !subset.has(i)) continue;
    const float w = std::min(std::max(text_size(name).x + 1.2f * em, 2.4f * em), width);
    if (at.x > from.x && at.x + w > from.x + width) at = {from.x, at.y + height + gap};
    ImGui::SetCursorScreenPos(at);
    ImGui::PushID(i);
    const Area a = area("name", {w, height});
    ImGui::PopID();
    const bool in = subset.has(i);
    if (a.activated) wish(desk, field, subset.toggled(i).text());
    if (a.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    draw.AddRectFilled(a.box.min, a.box.max, in ? t.accent : t.raised, 5);
    if (a.hovered || !in) draw.AddRect(a.box.min, a.box.max, t.frame, 5);
    centred(draw, {0.5f * (a.box.min.x + a.box.max.x), 0.5f * (a.box.min.y + a.box.max.y)},
            in ? t.on_accent : t.text, name);
    at.x += w + gap;
  }
  ImGui::SetCursorScreenPos({from.x, at.y + height + 0.2f * em});
}

namespace {

struct Square {
  ImVec2 corner;  // of the first cell
  float side = 0;
  int n = 0;

  Box cell(lab::Arrow arrow) const {
    const ImVec2 min{corner.x + side * static_cast<float>(arrow.to),
                     corner.y + side * static_cast<float>(arrow.from)};
    return {{min.x + 1, min.y + 1}, {min.x + side - 1, min.y + side - 1}};
  }
  // The cell below a point of the square; a keyboard hovers with the mouse infinitely far off.
  lab::Arrow below(ImVec2 p) const {
    const auto place = [this](float offset) {
      return static_cast<int>(std::clamp(offset / side, 0.0f, static_cast<float>(n) - 0.5f));
    };
    return {place(p.y - corner.y), place(p.x - corner.x)};
  }
};

// The text of the arrows, which opens for typing.
void typed_arrows(const lab::Field& field, const lab::Arrows& arrows, float width, Desk& desk) {
  const float em = ImGui::GetFontSize();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImGuiID owner = ImGui::GetID("text");
  if (is_typing(owner)) {
    if (const auto text = typed(owner, {at, {at.x + width, at.y + 1.7f * em}}, field))
      wish(desk, field, *text);
  } else if (flat_button("text", first_line(arrows.value.empty() ? "none" : arrows.text(), width),
                         width)) {
    begin_typing(owner);
  }
  ImGui::SetCursorScreenPos({at.x, at.y + 2 * em});
}

void draw_square(const Square& square, const lab::Arrows& arrows, const Area& a, lab::Arrow lit) {
  const Theme t = theme();
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  for (lab::Arrow arrow; arrow.from < square.n; ++arrow.from)
    for (arrow.to = 0; arrow.to < square.n; ++arrow.to) {
      const Box cell = square.cell(arrow);
      const bool in = arrows.has(arrow);
      draw.AddRectFilled(cell.min, cell.max, in ? t.accent : t.raised, 3);
      if (in)
        centred(draw, {0.5f * (cell.min.x + cell.max.x), 0.5f * (cell.min.y + cell.max.y)},
                t.on_accent, "→");
    }
  if (!a.hovered && !a.focused) return;
  const Box cell = square.cell(lit);
  draw.AddRect(cell.min, cell.max, t.text, 3);
  const auto name = [&](int node) { return arrows.nodes[static_cast<std::size_t>(node)]; };
  const ReadLine line[] = {{name(lit.from) + " → " + name(lit.to)}};
  readout({cell.max.x, cell.min.y}, line);
}

}  // namespace

void arrows(const lab::Field& field, const lab::Arrows& arrows, float width, Desk& desk) {
  const Theme t = theme();
  const float em = ImGui::GetFontSize();
  headline(field, width, 0, desk);
  typed_arrows(field, arrows, width, desk);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  float margin = 0;
  for (const std::string& name : arrows.nodes) margin = std::max(margin, text_size(name).x);
  margin = std::min(margin + 0.5f * em, 0.4f * width);

  Square square;
  square.n = static_cast<int>(arrows.nodes.size());
  square.side = std::min((width - margin) / static_cast<float>(std::max(square.n, 1)), 1.9f * em);
  square.corner = {at.x + margin, at.y + 1.4f * em};
  const float extent = square.side * static_cast<float>(square.n);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  for (int i = 0; i < square.n; ++i) {
    const std::string& name = arrows.nodes[static_cast<std::size_t>(i)];
    const float middle = square.side * (static_cast<float>(i) + 0.5f);
    draw_text(draw, {at.x, square.corner.y + middle - 0.6f * em}, t.faint, name);
    if (text_size(name).x <= square.side)
      centred(draw, {square.corner.x + middle, at.y + 0.6f * em}, t.faint, name);
  }

  ImGui::SetCursorScreenPos(square.corner);
  const Area a = area("square", {extent, extent});
  const Keys k = keys(a);
  const int last = std::max(square.n - 1, 0);
  lab::Arrow lit{std::clamp(kept(a.id, "from") + k.down, 0, last),
                 std::clamp(kept(a.id, "to") + k.right, 0, last)};
  const bool pointed = a.hovered && a.box.contains(a.mouse);
  if (pointed) lit = square.below(a.mouse);
  keep(a.id, "from", lit.from), keep(a.id, "to", lit.to);
  if (square.n > 0 && ((a.pressed && pointed) || k.enter)) {
    const lab::Arrows other = arrows.toggled(lit);
    if (other.sound()) wish(desk, field, other.text());
  }
  draw_square(square, arrows, a, lit);
  ImGui::SetCursorScreenPos({at.x, square.corner.y + extent + 0.4f * em});
}

}  // namespace ui
