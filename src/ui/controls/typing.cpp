#include "ui/controls/typing.h"

#include <algorithm>
#include <cstring>

#include "ui/frame/theme.h"

namespace ui {

namespace {

// Stages of a text box: 0 closed, then it asks for the focus, waits for it, and has it.
constexpr int asking = 1, longest_wait = 6, open = 100;
constexpr const char* stage = "typing";

// A decimal comma is a point where only one number can be meant.
std::string canonical(const lab::Field& field, std::string text) {
  const bool one = std::holds_alternative<lab::Real>(field.slot) ||
                   std::holds_alternative<lab::Whole>(field.slot);
  if (one) std::replace(text.begin(), text.end(), ',', '.');
  std::erase(text, ' ');
  return text;
}

}  // namespace

void begin_typing(ImGuiID owner) { keep(owner, stage, asking); }

bool is_typing(ImGuiID owner) { return kept(owner, stage) != 0; }

std::optional<std::string> typed(ImGuiID owner, const Box& box, const lab::Field& field) {
  const int now = kept(owner, stage);
  if (now == 0) return {};
  char text[4096];
  const std::string before = lab::text(field.slot);
  std::strncpy(text, before.c_str(), sizeof text - 1);
  text[sizeof text - 1] = 0;

  const ImVec2 resume = ImGui::GetCursorScreenPos();
  const float pad = std::max(0.5f * (box.height() - ImGui::GetFontSize()), 0.0f);
  ImGui::SetCursorScreenPos(box.min);
  ImGui::PushID(static_cast<int>(owner));
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {0.35f * ImGui::GetFontSize(), pad});
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 1.5f);
  ImGui::PushStyleColor(ImGuiCol_Border, theme().accent);
  ImGui::PushStyleColor(ImGuiCol_FrameBg, theme().surface);
  ImGui::SetNextItemWidth(box.width());
  if (now == asking) ImGui::SetKeyboardFocusHere();
  ImGui::InputText("##number", text, sizeof text, ImGuiInputTextFlags_AutoSelectAll);
  const bool active = ImGui::IsItemActive();
  // ImGui would put back what the box began with; but the box is filled anew in every frame.
  const bool escaped = ImGui::IsKeyPressed(ImGuiKey_Escape);
  const bool changed = ImGui::IsItemDeactivatedAfterEdit() && !escaped;
  ImGui::PopStyleColor(2);
  ImGui::PopStyleVar(2);
  ImGui::PopID();
  ImGui::SetCursorScreenPos(resume);

  const bool ended = now == open ? !active : now > longest_wait;
  keep(owner, stage, ended ? 0 : active ? open : now == open ? open : now + 1);
  lab::Field copy = field;
  const lab::Reading reading = lab::read(copy, canonical(field, text));
  if (active && before != text && !reading.message.empty()) {
    const ReadLine line[] = {{reading.message, theme().bad}};
    readout({box.min.x, box.max.y + 4}, line);
  }
  if (!changed || reading.outcome == lab::Reading::refused) return {};
  return lab::text(copy.slot);
}

}  // namespace ui
