#include "ui/frame/theme.h"

#include <algorithm>
#include <cmath>

#include "ui/frame/font.h"
#include "ui/frame/palette.h"

namespace ui {

namespace {

// The context remembers which table is in force: it is what ImGui's user pointer is for.
bool is_dark() { return ImGui::GetIO().UserData == &dark_palette; }

void set_spaces(ImGuiStyle& s, float em) {
  s.WindowPadding = {0, 0};
  s.WindowRounding = s.ChildRounding = 0;
  s.WindowBorderSize = s.ChildBorderSize = s.FrameBorderSize = 0;
  s.PopupBorderSize = 1;
  s.PopupRounding = 6;
  s.FrameRounding = s.GrabRounding = 5;
  s.FramePadding = {std::round(0.6f * em), std::round(0.4f * em)};
  s.ItemSpacing = {std::round(0.6f * em), std::round(0.5f * em)};
  s.ItemInnerSpacing = {std::round(0.5f * em), std::round(0.35f * em)};
  s.ScrollbarSize = std::round(0.8f * em);
  s.CircleTessellationMaxError = 0.15f;
  s.DisabledAlpha = 0.55f;
}

void set_colours(ImGuiStyle& s, const Palette& p) {
  const auto set = [&](ImGuiCol which, ImU32 colour) {
    s.Colors[which] = ImGui::ColorConvertU32ToFloat4(colour);
  };
  const ImU32 pressed = mix(p.raised, p.accent, 0.22f), hovered = mix(p.raised, p.accent, 0.11f);
  set(ImGuiCol_WindowBg, p.surface);
  set(ImGuiCol_PopupBg, p.surface);
  set(ImGuiCol_Border, p.grid);
  set(ImGuiCol_Text, p.text);
  set(ImGuiCol_TextDisabled, p.faint);
  set(ImGuiCol_TextSelectedBg, faded(p.accent, 0.35f));
  set(ImGuiCol_InputTextCursor, p.text);
  set(ImGuiCol_FrameBg, p.raised);
  set(ImGuiCol_FrameBgHovered, hovered);
  set(ImGuiCol_FrameBgActive, hovered);
  set(ImGuiCol_Button, p.raised);
  set(ImGuiCol_ButtonHovered, hovered);
  set(ImGuiCol_ButtonActive, pressed);
  set(ImGuiCol_Header, pressed);
  set(ImGuiCol_HeaderHovered, hovered);
  set(ImGuiCol_HeaderActive, pressed);
  set(ImGuiCol_CheckMark, p.accent);
  set(ImGuiCol_NavCursor, p.accent);
  set(ImGuiCol_ScrollbarBg, p.surface);
  set(ImGuiCol_ScrollbarGrab, p.frame);
  set(ImGuiCol_ScrollbarGrabHovered, p.accent);
  set(ImGuiCol_ScrollbarGrabActive, p.accent);
}

}  // namespace

Theme theme() {
  const bool dark = is_dark();
  const Palette& p = dark ? dark_palette : light_palette;
  return {
      .dark = dark,
      .text_px = ImGui::GetStyle().FontSizeBase,
      .surface = p.surface,
      .raised = p.raised,
      .text = p.text,
      .faint = p.faint,
      .grid = p.grid,
      .frame = p.frame,
      .accent = p.accent,
      .on_accent = p.on_accent,
      .role = {p.neutral, p.input, p.weight, p.activation, p.gradient, p.target, p.prediction},
      .guess = p.guess,
      .negative = p.negative,
      .positive = p.positive,
      .good = p.good,
      .warning = p.warning,
      .warning_bg = p.warning_bg,
      .bad = p.bad,
  };
}

void prepare(ImGuiIO& io) {
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  io.ConfigNavCursorVisibleAuto = true;
  io.ConfigInputTextCursorBlink = false;  // a blinking cursor would ask for frames
  io.ConfigWindowsMoveFromTitleBarOnly = true;
  add_font(*io.Fonts);
}

void apply(bool dark, float text_px, ImGuiStyle& style) {
  const Palette& palette = dark ? dark_palette : light_palette;
  ImGui::GetIO().UserData = const_cast<Palette*>(&palette);
  style.FontSizeBase = std::clamp(text_px, 13.0f, 40.0f);
  set_spaces(style, style.FontSizeBase);
  set_colours(style, palette);
}

ImU32 mix(ImU32 from, ImU32 to, float share) {
  const ImVec4 a = ImGui::ColorConvertU32ToFloat4(from), b = ImGui::ColorConvertU32ToFloat4(to);
  const float t = std::clamp(share, 0.0f, 1.0f);
  return ImGui::ColorConvertFloat4ToU32(
      {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t, a.z + (b.z - a.z) * t, a.w + (b.w - a.w) * t});
}

ImU32 faded(ImU32 colour, float share) {
  const auto alpha = static_cast<float>(colour >> IM_COL32_A_SHIFT);
  const auto faint = static_cast<ImU32>(std::lround(alpha * std::clamp(share, 0.0f, 1.0f)));
  return (colour & ~IM_COL32_A_MASK) | (faint << IM_COL32_A_SHIFT);
}

ImU32 signed_tint(const Theme& t, double share, float depth) {
  if (!(std::fabs(share) <= 1)) share = share > 0 ? 1 : share < 0 ? -1 : 0;
  return mix(t.surface, share < 0 ? t.negative : t.positive,
             static_cast<float>(std::fabs(share)) * depth);
}

ImU32 ghost_ink(lab::Role role, const Theme& t) { return mix(t.of(role), t.surface, 0.4f); }

}  // namespace ui
