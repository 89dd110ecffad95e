#include "ui/controls/typing.h"

#include <algorithm>
#include <vector>

#include "ui/frame/theme.h"

namespace ui {

namespace {

// Stages of a text box: 0 closed, then it asks for the focus, waits for it, and has it.
constexpr int asking = 1, longest_wait = 6, open = 100;
constexpr const char* stage = "typing";

// A decimal comma is a point where only one number can be meant. Spaces between numbers say
// nothing.
std::string canonical(const lab::Field& field, std::string text) {
  const auto by_kind = [&text]<class Kind>(const Kind&) {
    if constexpr (lab::NumberKind<Kind>) std::replace(text.begin(), text.end(), ',', '.');
    if constexpr (lab::NumberKind<Kind> || lab::CellsKind<Kind>) std::erase(text, ' ');
  };
  std::visit(by_kind, field.slot);
  return text;
}

// What is typed into, with room for as much again. `text` ends with a 0.
void text_box(std::vector<char>& text, const Box& box, const lab::Field& field) {
  if (std::holds_alternative<lab::Text>(field.slot)) {
    ImGui::InputTextMultiline("##words", text.data(), text.size(), {box.width(), box.height()});
  } else {
    ImGui::SetNextItemWidth(box.width());
    ImGui::InputText("##number", text.data(), text.size(), ImGuiInputTextFlags_AutoSelectAll);
  }
}

}  // namespace

void begin_typing(ImGuiID owner) { keep(owner, stage, asking); }

bool is_typing(ImGuiID owner) { return kept(owner, stage) != 0; }

std::optional<std::string> typed(ImGuiID owner, const Box& box, const lab::Field& field) {
  const int now = kept(owner, stage);
  if (now == 0) return {};
  const std::string before = lab::text(field.slot);
  std::vector<char> text(std::max<std::size_t>(4096, 2 * before.size() + 1));
  std::copy(before.begin(), before.end(), text.begin());

  const ImVec2 resume = ImGui::GetCursorScreenPos();
  const float pad = std::max(0.5f * (box.height() - ImGui::GetFontSize()), 0.0f);
  ImGui::SetCursorScreenPos(box.min);
  ImGui::PushID(static_cast<int>(owner));
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {0.35f * ImGui::GetFontSize(), pad});
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 1.5f);
  ImGui::PushStyleColor(ImGuiCol_Border, theme().accent);
  ImGui::PushStyleColor(ImGuiCol_FrameBg, theme().surface);
  if (now == asking) ImGui::SetKeyboardFocusHere();
  text_box(text, box, field);
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
  const lab::Reading reading = lab::read(copy, canonical(field, text.data()));
  if (active && before != text.data() && !reading.message.empty()) {
    const ReadLine line[] = {{reading.message, theme().bad}};
    readout({box.min.x, box.max.y + 4}, line);
  }
  if (!changed || reading.outcome == lab::Reading::refused) return {};
  return lab::text(copy.slot);
}

}  // namespace ui
