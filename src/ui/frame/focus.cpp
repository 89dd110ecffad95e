#include "ui/frame/focus.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/frame/theme.h"

namespace ui {

Area area(const char* id, ImVec2 size) {
  Area a;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 safe{std::max(size.x, 1.0f), std::max(size.y, 1.0f)};
  a.activated =
      ImGui::InvisibleButton(id, safe,
                             ImGuiButtonFlags_EnableNav | ImGuiButtonFlags_MouseButtonLeft |
                                 ImGuiButtonFlags_PressedOnClick);
  a.id = ImGui::GetItemID();
  a.box = {at, {at.x + safe.x, at.y + safe.y}};
  a.mouse = ImGui::GetIO().MousePos;
  a.hovered = ImGui::IsItemHovered();
  a.held = ImGui::IsItemActive() && ImGui::IsMouseDown(ImGuiMouseButton_Left);
  a.pressed = a.hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Left);
  a.double_clicked = a.hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left);
  a.focused = ImGui::IsItemFocused();
  return a;
}

bool tapped(const Area& a) {
  constexpr float still = 8;
  return a.hovered && ImGui::IsMouseReleased(ImGuiMouseButton_Left) &&
         ImGui::GetIO().MouseDragMaxDistanceSqr[0] < still * still;
}

bool by_finger() { return ImGui::GetIO().MouseSource == ImGuiMouseSource_TouchScreen; }

bool has_keys() { return !by_finger() && ImGui::GetIO().DisplaySize.x >= 30 * em(); }

void offer_click() {
  // The page leaves a touch to the figure where the pointer has another shape.
  if (!by_finger()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
}

Keys keys(const Area& a) {
  if (!a.focused || ImGui::GetIO().WantTextInput) return {};
  // Ownership set in one frame holds when the next one begins, which is when ImGui moves the focus.
  const auto pressed = [&](ImGuiKey key, bool repeat = false) {
    ImGui::SetKeyOwner(key, a.id);
    return ImGui::IsKeyPressed(key, repeat ? ImGuiInputFlags_Repeat : ImGuiInputFlags_None, a.id);
  };
  Keys k;
  k.right = pressed(ImGuiKey_RightArrow, true) - pressed(ImGuiKey_LeftArrow, true);
  k.down = pressed(ImGuiKey_DownArrow, true) - pressed(ImGuiKey_UpArrow, true);
  k.enter = pressed(ImGuiKey_Enter) || pressed(ImGuiKey_KeypadEnter);
  k.escape = pressed(ImGuiKey_Escape);
  k.clear = pressed(ImGuiKey_Delete) || pressed(ImGuiKey_Backspace);
  return k;
}

bool focus_drawn() { return ImGui::GetCurrentContext()->NavIdIsAlive; }

std::optional<Box> newly_reached() {
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  ImGuiWindow* const window = ImGui::GetCurrentWindow();
  if (!g.NavCursorVisible || !g.NavIdIsAlive || g.NavWindow != window) return std::nullopt;
  const ImGuiID own = ImGui::GetID("reached");
  const auto now = static_cast<int>(g.NavId);
  if (kept(own, "id") == now) return std::nullopt;
  keep(own, "id", now);
  const ImRect at = ImGui::WindowRectRelToAbs(window, window->NavRectRel[ImGuiNavLayer_Main]);
  return Box{at.Min, at.Max};
}

int kept(ImGuiID id, const char* name, int otherwise) {
  return ImGui::GetStateStorage()->GetInt(ImHashStr(name, 0, id), otherwise);
}

void keep(ImGuiID id, const char* name, int value) {
  ImGui::GetStateStorage()->SetInt(ImHashStr(name, 0, id), value);
}

float kept_real(ImGuiID id, const char* name, float otherwise) {
  return ImGui::GetStateStorage()->GetFloat(ImHashStr(name, 0, id), otherwise);
}

void keep_real(ImGuiID id, const char* name, float value) {
  ImGui::GetStateStorage()->SetFloat(ImHashStr(name, 0, id), value);
}

int cursor(const Area& a, int pointed, int count, std::uint64_t stamp) {
  const int before = kept(a.id, "pinned", -1), figure = static_cast<int>(stamp);
  const bool tap_stands = kept(a.id, "by tap") != 0 && kept(a.id, "figure") == figure;
  int pinned = std::min(before, count - 1);
  if (!a.focused && !tap_stands) pinned = -1;
  if (kept(a.id, "by tap") != 0 && !tap_stands) pinned = -1;
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
    keep(a.id, "let go", pinned);
    pinned = -1;
  }
  if (by_finger() && tapped(a) && pointed != kept(a.id, "let go", -1)) {
    pinned = pointed;
    keep(a.id, "by tap", 1), keep(a.id, "figure", figure);
  }
  const Keys k = keys(a);
  if (k.escape) pinned = -1;
  if (k.right != 0 && count > 0) {
    pinned =
        pinned < 0 ? (k.right > 0 ? 0 : count - 1) : std::clamp(pinned + k.right, 0, count - 1);
    keep(a.id, "by tap", 0);
  }
  if (pinned != before) keep(a.id, "pinned", pinned);
  const bool pressing = a.held && !by_finger();
  return a.hovered && pointed >= 0 && !pressing ? pointed : pinned;
}

}  // namespace ui
