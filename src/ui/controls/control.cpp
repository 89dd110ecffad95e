#include "ui/controls/control.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/controls/grid.h"
#include "ui/controls/names.h"
#include "ui/controls/played.h"
#include "ui/controls/slider.h"
#include "ui/controls/typing.h"
#include "ui/controls/wish.h"
#include "ui/controls/words.h"
#include "ui/frame/digits.h"
#include "ui/frame/focus.h"
#include "ui/frame/readout.h"
#include "ui/frame/theme.h"
#include "ui/frame/wrapping.h"

namespace ui {

namespace {

void toggle(const lab::Field& field, const lab::Flag& flag, float width, Desk& desk) {
  const Theme t = theme();
  const float em = ImGui::GetFontSize(), w = 2.3f * em, h = 1.25f * em;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float y = headline(field, width, w + 0.6f * em, desk);
  const ImVec2 below = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos({at.x + width - w, y + 0.2f * em});
  const Area a = area("switch", {w, h});
  if (a.activated) wish(desk, field, flag.value ? "0" : "1");
  if (a.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.AddRectFilled(a.box.min, a.box.max, flag.value ? t.accent : t.frame, 0.5f * h);
  const float x = flag.value ? a.box.max.x - 0.5f * h : a.box.min.x + 0.5f * h;
  draw.AddCircleFilled({x, a.box.min.y + 0.5f * h}, 0.5f * h - 3, t.surface);
  ImGui::SetCursorScreenPos(below);
}

std::string choice_text(const lab::Choice& choice, int index) {
  return choice.names[static_cast<std::size_t>(index)];
}

// As the lab says it, or as people write the names that links carry in small letters.
std::string shown_text(const lab::Field& field, const lab::Choice& choice, int index) {
  constexpr std::pair<const char*, const char*> names[] = {
      {"l1", "L1"},
      {"l2", "L2"},
      {"relu", "ReLU"},
      {"leaky", "leaky ReLU"},
      {"gelu", "GELU"},
      {"sgd", "SGD"},
      {"adam", "Adam"},
      {"xavier", "Xavier"},
      {"he", "He"},
      {"xor", "XOR"},
      {"a1-a2", "a1 − a2"},
      {"a1+a2", "a1 + a2"},
      {"a1*a2", "a1 ⊙ a2"},
      {"|a1-a2|", "|a1 − a2|"},
      {"alternate-leaky", "alternate, leaky ReLU"}};
  if (const auto at = static_cast<std::size_t>(index); at < field.said.size())
    return field.said[at];
  std::string text = choice_text(choice, index);
  for (const auto& [name, written] : names)
    if (text == name) return written;
  return text;
}

// Buttons side by side; arrows move the choice.
void segments(const lab::Field& field, const lab::Choice& choice, float width, Desk& desk) {
  const Theme t = theme();
  const float em = ImGui::GetFontSize(), height = 1.9f * em;
  const int n = static_cast<int>(choice.names.size());
  const Area a = area("segments", {width, height});
  const Keys k = keys(a);
  const float pitch = width / static_cast<float>(n);
  // Brought into range before it becomes whole: a keyboard hovers with the mouse infinitely far
  // off.
  const float at = std::clamp((a.mouse.x - a.box.min.x) / pitch, 0.0f, static_cast<float>(n - 1));
  const int under = a.hovered ? static_cast<int>(at) : -1;
  if (a.pressed && under >= 0) wish(desk, field, choice_text(choice, under));
  if (k.right != 0)
    wish(desk, field, choice_text(choice, std::clamp(choice.value + k.right, 0, n - 1)));
  if (a.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);

  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.AddRectFilled(a.box.min, a.box.max, t.raised, 6);
  for (int i = 0; i < n; ++i) {
    const float left = a.box.min.x + pitch * static_cast<float>(i);
    const ImVec2 min{left + 2, a.box.min.y + 2}, max{left + pitch - 2, a.box.max.y - 2};
    const bool chosen = i == choice.value;
    if (chosen)
      draw.AddRectFilled(min, max, t.accent, 5);
    else if (i == under)
      draw.AddRect(min, max, t.frame, 5);
    centred(draw, {left + 0.5f * pitch, 0.5f * (a.box.min.y + a.box.max.y)},
            chosen ? t.on_accent : t.text, shown_text(field, choice, i));
  }
}

void combo(const lab::Field& field, const lab::Choice& choice, float width, Desk& desk) {
  ImGui::SetNextItemWidth(width);
  // The first and the last row of the list reach half a space beyond their words.
  const ImGuiStyle& style = ImGui::GetStyle();
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding,
                      {style.FramePadding.x, std::ceil(0.5f * style.ItemSpacing.y) + 1});
  const bool open = ImGui::BeginCombo("##choice", shown_text(field, choice, choice.value).c_str());
  ImGui::PopStyleVar();
  if (!open) return;
  for (int i = 0; i < static_cast<int>(choice.names.size()); ++i) {
    const bool chosen = i == choice.value;
    if (!chosen && !field.offers(choice_text(choice, i))) continue;
    if (ImGui::Selectable(shown_text(field, choice, i).c_str(), chosen))
      wish(desk, field, choice_text(choice, i));
    if (chosen) ImGui::SetItemDefaultFocus();
  }
  ImGui::EndCombo();
}

void choose(const lab::Field& field, const lab::Choice& choice, float width, Desk& desk) {
  const float em = ImGui::GetFontSize();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  headline(field, width, 0, desk);
  if (choice.value < 0 || choice.value >= static_cast<int>(choice.names.size())) return;
  float widest = 0;
  for (int i = 0; i < static_cast<int>(choice.names.size()); ++i)
    widest = std::max(widest, text_size(shown_text(field, choice, i)).x);
  const bool fits = field.withheld.empty() && choice.names.size() <= 5 &&
                    (widest + em) * static_cast<float>(choice.names.size()) <= width;
  const ImVec2 below = ImGui::GetCursorScreenPos();
  if (fits)
    segments(field, choice, width, desk);
  else
    combo(field, choice, width, desk);
  ImGui::SetCursorScreenPos({at.x, below.y + 2.1f * em});
}

// A number that is never aimed at, only changed: the next one follows from the present one, so that
// a die thrown twice from the same link falls the same way.
std::int64_t next_seed(const lab::Whole& seed) {
  auto x = static_cast<std::uint64_t>(seed.value) + 0x9e3779b97f4a7c15u;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  x ^= x >> 31;
  const auto span =
      static_cast<std::uint64_t>(std::min<std::int64_t>(seed.high, 9999) - seed.low) + 1;
  return seed.low + static_cast<std::int64_t>(x % span);
}

void seed(const lab::Field& field, const lab::Whole& whole, float width, Desk& desk) {
  const float em = ImGui::GetFontSize(), button = text_size("⚄ new seed").x + 1.4f * em;
  const ImVec2 at = ImGui::GetCursorScreenPos(), box{5 * em, 1.7f * em};
  const float y = headline(field, width, button + box.x + em, desk);
  const ImVec2 below = ImGui::GetCursorScreenPos();
  const ImVec2 left{at.x + width - button - box.x - 0.4f * em, y};
  ImGui::SetCursorScreenPos(left);
  const ImGuiID owner = ImGui::GetID("seed");
  if (is_typing(owner)) {
    if (const auto text = typed(owner, {left, {left.x + box.x, left.y + box.y}}, field))
      wish(desk, field, *text);
  } else if (flat_button("seed", readable(static_cast<double>(whole.value)), box.x)) {
    begin_typing(owner);
  }
  ImGui::SetCursorScreenPos({at.x + width - button, y});
  if (flat_button("new", "⚄ new seed", button)) {
    if (const auto text = number_text(field, static_cast<double>(next_seed(whole))))
      wish(desk, field, *text);
  }
  ImGui::SetCursorScreenPos(below);
}

}  // namespace

Caption caption(const lab::Field& field) {
  const std::string& label = field.label;
  const std::size_t open = label.rfind('[');
  if (open == std::string::npos || label.back() != ']') return {label, ""};
  std::string name = label.substr(0, open);
  while (!name.empty() && name.back() == ' ') name.pop_back();
  return {name, label.substr(open + 1, label.size() - open - 2)};
}

namespace {

// A value as people read it: a number with every digit and a true minus.
std::string read_out(const lab::Slot& slot) {
  if (const auto* real = std::get_if<lab::Real>(&slot); real && !std::isnan(real->value))
    return exact(real->value);
  if (const auto* whole = std::get_if<lab::Whole>(&slot))
    return exact(static_cast<double>(whole->value));
  return lab::text(slot);
}

}  // namespace

float headline(const lab::Field& field, float width, float room, Desk& desk) {
  const Theme t = theme();
  const float em = ImGui::GetFontSize();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const std::string label = caption(field).label;
  // The mark's place is kept free in any case, so that nothing moves when a value changes.
  const bool changed = field.changed();
  const float mark = 0.8f * em, indent = changed ? mark : 0;
  const bool beside = widest_word(label) <= width - room - mark;
  const float own = beside ? width - room : width, wrap = std::max(own - indent, 3 * em);
  const ImVec2 size = text_size(label, wrap);
  const float height = std::max(1.7f * em, size.y + 0.4f * em);
  const float free = beside ? at.y : at.y + height, line = beside ? 0 : 1.9f * em;
  ImGui::InvisibleButton("label", {std::max(own, 1.0f), height});
  if (ImGui::IsItemHovered()) {
    if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left))
      wish(desk, field, lab::text(field.initial));
    if (changed) {
      const ReadLine line[] = {{"double-click resets this to " + read_out(field.initial)}};
      readout({at.x, at.y}, line);
    }
  }
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  if (changed) draw.AddCircleFilled({at.x + 0.3f * em, at.y + 0.85f * em}, 0.24f * em, t.accent);
  draw_text(draw, {at.x + indent, at.y + 0.3f * em}, changed ? t.accent : t.text, label, wrap);
  ImGui::SetCursorScreenPos({at.x, at.y + height + line});
  return free;
}

bool flat_button(const char* id, const std::string& text, float width) {
  const Theme t = theme();
  const Area a = area(id, {width, 1.7f * ImGui::GetFontSize()});
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  // Through ImGui, which fades what is disabled.
  const ImU32 ground = a.held ? mix(t.raised, t.accent, 0.22f) : t.raised;
  draw.AddRectFilled(a.box.min, a.box.max, ImGui::GetColorU32(ground), 5);
  if (a.hovered) {
    draw.AddRect(a.box.min, a.box.max, t.frame, 5);
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  }
  centred(draw, {0.5f * (a.box.min.x + a.box.max.x), 0.5f * (a.box.min.y + a.box.max.y)},
          ImGui::GetColorU32(t.text), text);
  return a.activated;
}

void control(const lab::Field& field, float width, bool in_figure, Desk& desk) {
  ImGui::PushID(field.key.c_str());
  const lab::Overloaded draw{
      [&](const lab::Whole& s) {
        if (field.key == "seed")
          seed(field, s, width, desk);
        else if (field.offer == lab::Offer::played)
          played(field, s, width, desk);
        else
          slider(field, width, desk);
      },
      [&](const lab::Real&) { slider(field, width, desk); },
      [&](const lab::Flag& s) { toggle(field, s, width, desk); },
      [&](const lab::Choice& s) { choose(field, s, width, desk); },
      [&](const lab::Reals& s) { grid(field, s, width, desk); },
      [&](const lab::Table& s) { grid(field, s, width, in_figure, desk); },
      [&](const lab::Subset& s) { toggles(field, s, width, desk); },
      [&](const lab::Arrows& s) { arrows(field, s, width, desk); },
      [&](const lab::Text& s) { words(field, s, width, desk); },
      [&](const lab::Asset& s) { file(field, s, width, desk); },
  };
  std::visit(draw, field.slot);
  ImGui::PopID();
}

}  // namespace ui
