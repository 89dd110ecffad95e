#include "app/clipboard.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>

namespace app {

namespace {

// The state of the box that has the focus, or null.
const ImGuiInputTextState* typed_into() {
  const ImGuiContext* const context = ImGui::GetCurrentContext();
  if (!context || context->ActiveId == 0 || context->InputTextState.ID != context->ActiveId)
    return nullptr;
  return &context->InputTextState;
}

}  // namespace

std::string selected_text() {
  const ImGuiInputTextState* const box = typed_into();
  if (!box || !box->HasSelection()) return "";
  const int a = box->GetSelectionStart(), b = box->GetSelectionEnd();
  const int from = std::clamp(std::min(a, b), 0, box->TextLen);
  const int to = std::clamp(std::max(a, b), 0, box->TextLen);
  return {box->TextA.Data + from, box->TextA.Data + to};
}

void paste_text(std::string_view text) {
  const ImGuiInputTextState* const box = typed_into();
  if (!box) return;
  const bool lines = (box->Flags & ImGuiInputTextFlags_Multiline) != 0;
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    const bool breaks = text[i] == '\n' || text[i] == '\r';
    plain += breaks && lines ? '\n' : breaks || text[i] == '\t' ? ' ' : text[i];
  }
  // While it is held, characters are taken for commands.
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiMod_Ctrl, false);
  io.AddKeyEvent(ImGuiMod_Super, false);
  io.AddInputCharactersUTF8(plain.c_str());
}

}  // namespace app
