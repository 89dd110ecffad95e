#include "ui/graph/graph_memory.h"

#include <algorithm>
#include <array>

namespace ui {

namespace {

struct RecalledGraph {
  lab::Graph graph;
  float width = -1, text = -1;
  GraphLayout layout;
};

}  // namespace

const GraphLayout& recalled_layout(const lab::Graph& g, float width) {
  // No lab shows more graphs at a time.
  static std::array<RecalledGraph, 4> kept;
  static std::size_t oldest = 0;
  const float text = ImGui::GetFontSize();
  const auto known = std::find_if(kept.begin(), kept.end(), [&](const RecalledGraph& k) {
    return k.width == width && k.text == text && k.graph == g;
  });
  if (known != kept.end()) return known->layout;
  RecalledGraph& made = kept[oldest];
  oldest = (oldest + 1) % kept.size();
  made = {g, width, text, graph_layout(g, width)};
  return made.layout;
}

}  // namespace ui
