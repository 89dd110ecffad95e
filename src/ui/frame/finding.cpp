#include "ui/frame/finding.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "ui/frame/theme.h"
#include "ui/frame/wrapping.h"

namespace ui {

namespace {

// Words beneath a figure are a little smaller than those on it.
class SmallType {
 public:
  SmallType() {
    ImGui::PushFont(nullptr, std::max(least_type, std::round(0.9f * ImGui::GetFontSize())));
  }
  ~SmallType() { ImGui::PopFont(); }
  SmallType(const SmallType&) = delete;
  SmallType& operator=(const SmallType&) = delete;
};

float line_height() { return 1.3f * em(); }

// Two sentences that are read at a glance.
constexpr std::ptrdiff_t most_letters = 200;

// Where the sentence that begins at or after `from` ends: behind its full stop.
std::size_t sentence_end(std::string_view text, std::size_t from) {
  for (std::size_t i = from; i + 1 < text.size(); ++i) {
    if (std::string_view(".?!").find(text[i]) != std::string_view::npos && text[i + 1] == ' ')
      return i + 1;
  }
  return text.size();
}

std::ptrdiff_t letters(std::string_view text) {
  return std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; });
}

}  // namespace

std::string_view caption(std::string_view alt) {
  const std::string_view first = alt.substr(0, sentence_end(alt, 0));
  const std::string_view two = alt.substr(0, sentence_end(alt, first.size()));
  return letters(two) <= most_letters ? two : first;
}

float finding_height(const lab::Figure& f, float width) {
  if (f.alt.empty()) return 0;
  const SmallType small;
  const auto lines = static_cast<float>(broken(caption(f.alt), width).size());
  return largest_so_far("finding", width, lines * line_height() + 0.4f * em());
}

void draw_finding(const lab::Figure& f, ImVec2 at, float width) {
  const Theme t = theme();
  const SmallType small;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  float y = at.y + 0.4f * em();
  for (const std::string& line : broken(caption(f.alt), width)) {
    draw_text(draw, {at.x, y}, t.faint, line);
    y += line_height();
  }
}

}  // namespace ui
