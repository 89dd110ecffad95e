#include "ui/plots/stroke_legend.h"

#include "ui/frame/marks.h"
#include "ui/frame/theme.h"

namespace ui {

void stroke_legend(ImDrawList& draw, ImVec2 end, float least_x, std::span<const StrokeName> names) {
  float x = end.x;
  const float y = end.y + 0.55f * em();
  for (auto s = names.rbegin(); s != names.rend(); ++s) {
    if (s->name.empty()) continue;
    x -= text_size(s->name).x;
    if (x < least_x) return;
    draw_text(draw, {x, end.y}, s->colour, s->name);
    x -= 1.9f * em();
    if (s->dashed)
      dashed_line(draw, {x, y}, {x + 1.5f * em(), y}, s->colour, 1.5f, 4);
    else
      draw.AddLine({x, y}, {x + 1.5f * em(), y}, s->colour, 1.5f);
    x -= em();
  }
}

}  // namespace ui
