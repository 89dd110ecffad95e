// Arithmetic written out, one step a line; what continues a step hangs in under it.

#include "ui/frame/working.h"

#include <algorithm>
#include <string_view>

#include "ui/frame/focus.h"
#include "ui/frame/theme.h"

namespace ui {

namespace {

// The end of the word after `from`: where a line may be broken.
std::size_t next_break(std::string_view line, std::size_t from) {
  for (std::size_t i = from + 1; i < line.size(); ++i) {
    if (line[i] == ' ') return i;
  }
  return line.size();
}

struct Row {
  std::string_view text;
  float indent;
};

// The rows that lines take at this width. All but the first of a line hang in by one em.
std::vector<Row> rows_of(const lab::Working& s, float width) {
  const float em = ImGui::GetFontSize();
  std::vector<Row> rows;
  for (const std::string& whole : s.lines) {
    std::string_view line = whole;
    float indent = 0;
    do {
      std::size_t fits = next_break(line, 0);
      for (std::size_t end = fits; end < line.size();) {
        end = next_break(line, end);
        if (indent + text_size(line.substr(0, end)).x > width) break;
        fits = end;
      }
      rows.push_back({line.substr(0, fits), indent});
      line.remove_prefix(std::min(fits + 1, line.size()));
      indent = 1.6f * em;
    } while (!line.empty());
  }
  return rows;
}

float line_step() { return 1.6f * ImGui::GetFontSize(); }

}  // namespace

float Widget<lab::Working>::height(const lab::Working& s, float width) {
  return line_step() * static_cast<float>(std::max<std::size_t>(rows_of(s, width).size(), 1));
}

void Widget<lab::Working>::draw(const char* id, const lab::Working& s, ImVec2 size, Desk&) {
  const Theme t = theme();
  const Area a = area(id, size);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.PushClipRect(a.box.min, a.box.max, true);
  float y = a.box.min.y;
  for (const Row& row : rows_of(s, a.box.width())) {
    draw_text(draw, {a.box.min.x + row.indent, y + 0.3f * ImGui::GetFontSize()}, t.text, row.text);
    y += line_step();
  }
  draw.PopClipRect();
}

}  // namespace ui
