#include "app/keys.h"

#include <utility>

namespace app {

namespace {

constexpr std::pair<std::string_view, ImGuiKey> named[] = {
    {"ArrowLeft", ImGuiKey_LeftArrow},
    {"ArrowRight", ImGuiKey_RightArrow},
    {"ArrowUp", ImGuiKey_UpArrow},
    {"ArrowDown", ImGuiKey_DownArrow},
    {"PageUp", ImGuiKey_PageUp},
    {"PageDown", ImGuiKey_PageDown},
    {"Home", ImGuiKey_Home},
    {"End", ImGuiKey_End},
    {"Insert", ImGuiKey_Insert},
    {"Delete", ImGuiKey_Delete},
    {"Backspace", ImGuiKey_Backspace},
    {"Space", ImGuiKey_Space},
    {"Enter", ImGuiKey_Enter},
    {"Escape", ImGuiKey_Escape},
    {"Tab", ImGuiKey_Tab},
    {"ControlLeft", ImGuiKey_LeftCtrl},
    {"ControlRight", ImGuiKey_RightCtrl},
    {"ShiftLeft", ImGuiKey_LeftShift},
    {"ShiftRight", ImGuiKey_RightShift},
    {"AltLeft", ImGuiKey_LeftAlt},
    {"AltRight", ImGuiKey_RightAlt},
    {"MetaLeft", ImGuiKey_LeftSuper},
    {"MetaRight", ImGuiKey_RightSuper},
    {"Comma", ImGuiKey_Comma},
    {"Period", ImGuiKey_Period},
    {"Minus", ImGuiKey_Minus},
    {"Equal", ImGuiKey_Equal},
    {"Slash", ImGuiKey_Slash},
    {"NumpadEnter", ImGuiKey_KeypadEnter},
    {"NumpadAdd", ImGuiKey_KeypadAdd},
    {"NumpadSubtract", ImGuiKey_KeypadSubtract},
    {"NumpadMultiply", ImGuiKey_KeypadMultiply},
    {"NumpadDivide", ImGuiKey_KeypadDivide},
    {"NumpadDecimal", ImGuiKey_KeypadDecimal},
};

// The key of a code that is `prefix` and one character from `first` on, of `count` in a row.
ImGuiKey key_in_row(std::string_view code, std::string_view prefix, char first, int count,
                    ImGuiKey first_key) {
  if (code.size() != prefix.size() + 1 || code.substr(0, prefix.size()) != prefix) {
    return ImGuiKey_None;
  }
  const int index = code.back() - first;
  return index >= 0 && index < count ? static_cast<ImGuiKey>(first_key + index) : ImGuiKey_None;
}

}  // namespace

ImGuiKey key_of(std::string_view code) {
  if (const auto key = key_in_row(code, "Key", 'A', 26, ImGuiKey_A)) return key;
  if (const auto key = key_in_row(code, "Digit", '0', 10, ImGuiKey_0)) return key;
  if (const auto key = key_in_row(code, "Numpad", '0', 10, ImGuiKey_Keypad0)) return key;
  for (const auto& [name, key] : named) {
    if (name == code) return key;
  }
  return ImGuiKey_None;
}

}  // namespace app
