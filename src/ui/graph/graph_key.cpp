#include "ui/graph/graph_key.h"

#include "ui/frame/marks.h"
#include "ui/graph/graph_marks.h"

namespace ui {

namespace {

float arrow_width() { return 1.6f * em(); }

// Calls `draw(key, place)` for each key, in as many rows as they need; the number of rows.
template <class Draw>
int lay_out(const lab::Graph& g, float width, Draw draw) {
  const float gap = 0.5f * em(), row = node_line * em();
  float x = 0;
  int rows = g.keys.empty() ? 0 : 1;
  for (const lab::GraphKey& key : g.keys) {
    const float wide = arrow_width() + gap + text_size(key.words).x;
    if (x > 0 && x + wide > width) x = 0, ++rows;
    draw(key, ImVec2{x, static_cast<float>(rows - 1) * row});
    x += wide + 1.4f * em();
  }
  return rows;
}

}  // namespace

float graph_key_height(const lab::Graph& g, float width) {
  const int rows = lay_out(g, width, [](const lab::GraphKey&, ImVec2) {});
  return rows == 0 ? 0 : (static_cast<float>(rows) * node_line + 0.3f) * em();
}

void draw_graph_key(ImDrawList& draw, const lab::Graph& g, ImVec2 corner, float width,
                    const Theme& t) {
  lay_out(g, width, [&](const lab::GraphKey& key, ImVec2 at) {
    const ImVec2 from{corner.x + at.x, corner.y + at.y + 0.3f * em()};
    const float middle = from.y + 0.5f * em(), third = arrow_width() / 3;
    GraphPath path;
    for (int i = 0; i < 4; ++i)
      path.points.push_back({from.x + static_cast<float>(i) * third, middle});
    lab::Edge arrow;
    arrow.role = key.role;
    arrow.light = key.light;
    arrow.back = key.back;
    draw_arrow(draw, path, arrow, {0, 0}, false, t);
    draw_text(draw, {from.x + arrow_width() + 0.5f * em(), from.y}, t.faint, key.words);
  });
}

}  // namespace ui
