#include "ui/plots/legend.h"

#include <algorithm>
#include <string>
#include <utility>

#include "ui/frame/marks.h"
#include "ui/frame/theme.h"

namespace ui {

namespace {

bool is_line(const LegendName& n) {
  return n.mark == LegendName::stroke || n.mark == LegendName::dashes;
}

// A mark with the gap behind it.
float mark_width(const LegendName& n) {
  return n.mark == LegendName::none ? 0 : (is_line(n) ? 1.9f : 1.1f) * em();
}
float gap() { return 1.1f * em(); }
float line_height() { return 1.3f * em(); }

void draw_mark(ImDrawList& draw, const LegendName& n, ImVec2 at) {
  const float y = at.y + 0.55f * em();
  const ImVec2 end{at.x + 1.5f * em(), y}, middle{at.x + 0.4f * em(), y};
  switch (n.mark) {
    case LegendName::stroke:
      return draw.AddLine({at.x, y}, end, n.colour, 1.5f);
    case LegendName::dashes:
      return dashed_line(draw, {at.x, y}, end, n.colour, 1.5f, 4);
    case LegendName::marker:
      return marker(draw, middle, 4, n.role, n.colour);
    case LegendName::none:
      return;
    case LegendName::ring:
      return draw.AddCircle(middle, 4, n.colour, 0, 1.5f);
  }
}

}  // namespace

Legend::Legend(std::vector<LegendName> names, float width, float taken) {
  std::erase_if(names, [](const LegendName& n) { return n.name.empty(); });
  if (names.empty()) return;
  constexpr std::size_t most = 16;
  if (const std::size_t all = names.size(); all > most) {
    names.resize(most);
    names.push_back({"and " + std::to_string(all - most) + " more", theme().faint});
    names.back().mark = LegendName::none;
  }
  float whole = -gap();
  for (const LegendName& n : names) whole += mark_width(n) + text_size(n.name).x + gap();
  const bool beside = whole + gap() <= width - taken;
  float x = beside ? width - whole : 0, y = beside ? 0 : line_height(), bottom = y;
  for (LegendName& n : names) {
    const float mark = mark_width(n), room = std::max(width - mark, 1.0f);
    const bool wide = text_size(n.name).x > room;
    const ImVec2 size = text_size(n.name, wide ? room : 0);
    if (!beside && x > 0 && x + mark + size.x > width) x = 0, y = bottom;
    all_.push_back({std::move(n), {x, y}, wide ? room : 0});
    x += mark + size.x + gap();
    bottom = std::max(bottom, y + std::max(line_height(), size.y + 0.3f * em()));
  }
  if (!beside) below_ = bottom - line_height();
}

void Legend::draw(ImDrawList& draw, ImVec2 corner) const {
  for (const Placed& p : all_) {
    const ImVec2 at{corner.x + p.at.x, corner.y + p.at.y};
    draw_mark(draw, p.name, at);
    draw_text(draw, {at.x + mark_width(p.name), at.y}, p.name.colour, p.name.name, p.wrap);
  }
}

}  // namespace ui
