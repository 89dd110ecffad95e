#include "ui/frame/finding.h"

#include <algorithm>
#include <cmath>

#include "ui/frame/focus.h"
#include "ui/frame/theme.h"

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

// The line with "…" behind it, shorter by as many words as that takes.
std::string cut_off(std::string line, float width) {
  while (!line.empty() && text_size(line + " …").x > width) {
    const std::size_t space = line.rfind(' ');
    line.resize(space == std::string::npos ? 0 : space);
  }
  return line.empty() ? "…" : line + " …";
}

}  // namespace

std::vector<std::string> broken(std::string_view text, float width) {
  std::vector<std::string> lines;
  std::string line;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string word(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty() && text_size(line + " " + word).x > width) {
      lines.push_back(std::move(line));
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
  }
  if (!line.empty()) lines.push_back(std::move(line));
  return lines;
}

float finding_height(const lab::Figure& f, float width, int most) {
  if (f.alt.empty()) return 0;
  const SmallType small;
  const int lines = std::min(static_cast<int>(broken(f.alt, width).size()), most);
  return largest_so_far("finding", width, static_cast<float>(lines) * line_height() + 0.4f * em());
}

void draw_finding(const lab::Figure& f, ImVec2 at, float width, int most) {
  if (f.alt.empty()) return;
  const Theme t = theme();
  std::vector<std::string> lines;
  float type = 0;
  {
    const SmallType small;
    type = em();
    lines = broken(f.alt, width);
    const bool cut = static_cast<int>(lines.size()) > most;
    if (cut) {
      lines.resize(static_cast<std::size_t>(std::max(most, 1)));
      lines.back() = cut_off(lines.back(), width);
    }
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    float y = at.y + 0.4f * em();
    for (const std::string& line : lines) {
      draw_text(draw, {at.x, y}, t.faint, line);
      y += line_height();
    }
    if (!cut) return;
    ImGui::SetCursorScreenPos(at);
    const Area a = area("finding", {width, y - at.y});
    if (!a.hovered && !a.focused) return;
  }
  std::vector<ReadLine> all;
  const float most_wide = std::min(ImGui::GetIO().DisplaySize.x - 4 * type, 44 * type);
  for (const std::string& line : broken(f.alt, most_wide)) all.push_back({line});
  readout({at.x, at.y}, all);
}

}  // namespace ui
