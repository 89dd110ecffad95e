#include "ui/controls/words.h"

#include <algorithm>

#include "lab/utf8.h"
#include "lab/view.h"
#include "ui/controls/control.h"
#include "ui/controls/typing.h"
#include "ui/controls/wish.h"
#include "ui/frame/marks.h"

namespace ui {

std::string first_line(const std::string& text, float width) {
  constexpr std::string_view more = "…";
  const std::size_t end = text.find('\n');
  std::string line(lab::whole_characters(text.substr(0, end), 200));
  bool cut = line.size() < text.size();
  const float room = width - ImGui::GetFontSize();
  while (!line.empty() && text_size(line + (cut ? std::string(more) : "")).x > room) {
    line = lab::whole_characters(line, line.size() - 1);
    cut = true;
  }
  return cut ? line + std::string(more) : line;
}

void words(const lab::Field& field, const lab::Text& text, float width, Desk& desk) {
  const float em = ImGui::GetFontSize();
  headline(field, width, 0, desk);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImGuiID owner = ImGui::GetID("words");
  const float height = is_typing(owner) ? 7 * em : 1.7f * em;
  if (is_typing(owner)) {
    if (const auto typed_text = typed(owner, {at, {at.x + width, at.y + height}}, field))
      wish(desk, field, *typed_text);
  } else if (flat_button("words", first_line(text.value.empty() ? "…" : text.value, width),
                         width)) {
    begin_typing(owner);
  }
  ImGui::SetCursorScreenPos({at.x, at.y + height + 0.3f * em});
}

void file(const lab::Field& field, const lab::Asset& asset, float width, Desk& desk) {
  const float em = ImGui::GetFontSize();
  const bool given = asset.value.given();
  const float away = given ? 2.2f * em : 0;
  headline(field, width, 0, desk);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const std::string name = given ? asset.value.name : "choose a file";
  if (flat_button("choose", first_line(name, width - away), width - away))
    desk.intents.push_back({field.key, lab::choose_file});
  if (given) {
    ImGui::SetCursorScreenPos({at.x + width - 1.8f * em, at.y});
    // Not through `wish`: a file has the same empty text as none.
    if (flat_button("away", "×", 1.8f * em)) desk.intents.push_back({field.key, ""});
  }
  ImGui::SetCursorScreenPos({at.x, at.y + 2 * em});
}

}  // namespace ui
