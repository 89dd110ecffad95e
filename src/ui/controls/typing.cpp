#include "ui/controls/typing.h"

#include <algorithm>
#include <vector>

#include "ui/frame/readout.h"
#include "ui/frame/theme.h"

namespace ui {

namespace {

// Stages of a text box: 0 closed, then it asks for the focus, waits for it, and has it. It rests
// where it was left with a text that its field refused.
constexpr int asking = 1, longest_wait = 6, open = 100, resting = 200;
constexpr const char* stage = "typing";

// The last text that was refused, beside the value that its field had.
struct Refused {
  ImGuiID owner = 0;
  std::string text, before;
};
Refused& last_refused() {
  static Refused refused;
  return refused;
}

// What is typed into, with room for as much again. `text` ends with a 0.
void text_box(std::vector<char>& text, const Box& box, const lab::Field& field, bool again) {
  if (std::holds_alternative<lab::Text>(field.slot)) {
    ImGui::InputTextMultiline("##words", text.data(), text.size(), {box.width(), box.height()});
  } else {
    ImGui::SetNextItemWidth(box.width());
    // What is to be corrected is not to be written over.
    ImGui::InputText("##number", text.data(), text.size(),
                     again ? ImGuiInputTextFlags_None : ImGuiInputTextFlags_AutoSelectAll);
  }
}

}  // namespace

void begin_typing(ImGuiID owner) { keep(owner, stage, asking); }

bool is_typing(ImGuiID owner) { return kept(owner, stage) != 0; }

std::optional<std::string> typed(ImGuiID owner, const Box& box, const lab::Field& field) {
  const int now = kept(owner, stage);
  if (now == 0) return {};
  const std::string before = lab::text(field.slot);
  Refused& refused = last_refused();
  const bool again = refused.owner == owner && refused.before == before;
  if (now == resting && !again) {
    keep(owner, stage, 0);
    return {};
  }
  const std::string& begin = again ? refused.text : before;
  std::vector<char> text(std::max<std::size_t>(4096, 2 * begin.size() + 1));
  std::copy(begin.begin(), begin.end(), text.begin());

  const ImVec2 resume = ImGui::GetCursorScreenPos();
  const float pad = std::max(0.5f * (box.height() - ImGui::GetFontSize()), 0.0f);
  ImGui::SetCursorScreenPos(box.min);
  ImGui::PushID(static_cast<int>(owner));
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {0.35f * ImGui::GetFontSize(), pad});
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 1.5f);
  ImGui::PushStyleColor(ImGuiCol_Border, theme().accent);
  ImGui::PushStyleColor(ImGuiCol_FrameBg, theme().surface);
  if (now == asking) ImGui::SetKeyboardFocusHere();
  text_box(text, box, field, again);
  const bool active = ImGui::IsItemActive();
  // ImGui would put back what the box began with; but the box is filled anew in every frame.
  const bool escaped = ImGui::IsKeyPressed(ImGuiKey_Escape);
  const bool entered =
      ImGui::IsKeyPressed(ImGuiKey_Enter) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter);
  const bool left = ImGui::IsItemDeactivated();
  const bool dismissed =
      now == resting && ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !ImGui::IsItemHovered();
  ImGui::PopStyleColor(2);
  ImGui::PopStyleVar(2);
  ImGui::PopID();
  ImGui::SetCursorScreenPos(resume);

  lab::Field copy = field;
  const lab::Reading reading = lab::read(copy, text.data());
  const bool differs = before != text.data();
  const bool unread = differs && reading.outcome == lab::Reading::refused;
  if ((active || now == resting) && differs && !reading.message.empty()) {
    const ReadLine line[] = {{reading.message, theme().bad}};
    readout({box.min.x, box.max.y + 4}, line);
  }
  if (left && unread && !escaped) {
    refused = {owner, text.data(), before};
    keep(owner, stage, entered ? asking : resting);
    return {};
  }
  const bool ended =
      left || dismissed || (now == open ? !active : now != resting && now > longest_wait);
  if (ended && again) refused = {};
  keep(owner, stage, ended ? 0 : active ? open : now == open || now == resting ? now : now + 1);
  if (!left || escaped || !differs || unread) return {};
  return lab::text(copy.slot);
}

}  // namespace ui
