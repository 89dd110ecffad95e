#include "ui/graph/shift_bar.h"

#include <algorithm>
#include <string>

#include "ui/controls/control.h"
#include "ui/controls/wish.h"
#include "ui/frame/recorder.h"
#include "ui/frame/theme.h"

namespace ui {

namespace {

constexpr const char* how =
    "Pick a word with arrows beside it, then move it: by the buttons, or by Shift with ↑ or ↓.";

float button_width(const char* text) { return text_size(text).x + 1.4f * em(); }

bool way_button(const char* text, bool enabled) {
  ImGui::BeginDisabled(!enabled);
  const bool pressed = flat_button(text, text, button_width(text));
  ImGui::EndDisabled();
  return pressed && enabled;
}

}  // namespace

const lab::Field* shift_field(const lab::Graph& g, const Desk& desk) {
  return g.nodes.empty() ? nullptr : desk.field(g.shift);
}

float shift_bar_height(float width) {
  return 1.7f * em() + 0.4f * em() + text_size(how, std::max(width, 1.0f)).y + 0.8f * em();
}

int shift_bar(const lab::Graph& g, int at, Box box) {
  if (const Recorder* r = recorder(); r && r->active()) return 0;  // no part of the picture
  const lab::Node* const node = at >= 0 ? &g.nodes[static_cast<std::size_t>(at)] : nullptr;
  constexpr const char *up = "Move up", *down = "Move down";
  int way = 0;
  ImGui::SetCursorScreenPos(box.min);
  if (way_button(up, node && !node->up.empty())) way = -1;
  ImGui::SetCursorScreenPos({box.min.x + button_width(up) + 0.4f * em(), box.min.y});
  if (way_button(down, node && !node->down.empty())) way = 1;
  draw_text(*ImGui::GetWindowDrawList(), {box.min.x, box.min.y + 2.1f * em()}, theme().faint, how,
            box.width());
  return way;
}

int shift_by_keys(const Keys& k) { return ImGui::GetIO().KeyShift ? k.down : 0; }

void shift_node(const lab::Node& node, int way, const lab::Field& field, Desk& desk) {
  const std::string& text = way < 0 ? node.up : node.down;
  if (way != 0 && !text.empty()) wish(desk, field, text);
}

void draw_shifts(ImDrawList& draw, const lab::Node& node, const Box& box, ImU32 colour) {
  const float half = 0.17f * em(), x = box.min.x + 0.3f * em();
  const float y = 0.5f * (box.min.y + box.max.y);
  if (!node.up.empty())
    draw.AddTriangleFilled({x, y - 2 - 1.6f * half}, {x + half, y - 2}, {x - half, y - 2}, colour);
  if (!node.down.empty())
    draw.AddTriangleFilled({x, y + 2 + 1.6f * half}, {x - half, y + 2}, {x + half, y + 2}, colour);
}

}  // namespace ui
