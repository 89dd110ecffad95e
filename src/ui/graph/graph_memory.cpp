#include "ui/graph/graph_memory.h"

#include <algorithm>
#include <array>

namespace ui {

namespace {

struct RecalledGraph {
  lab::Graph graph;
  float width = -1, height = -1, text = -1;
  GraphLayout layout;
};

}  // namespace

const GraphLayout& recalled_layout(const lab::Graph& g, float width, float height) {
  // No lab shows more graphs at a time, each as it is, as it would be in the least height, and as it
  // asks to be.
  static std::array<RecalledGraph, 12> kept;
  static std::size_t oldest = 0;
  const float text = ImGui::GetFontSize();
  const auto known = std::find_if(kept.begin(), kept.end(), [&](const RecalledGraph& k) {
    return k.width == width && k.height == height && k.text == text && k.graph == g;
  });
  if (known != kept.end()) return known->layout;
  RecalledGraph& made = kept[oldest];
  oldest = (oldest + 1) % kept.size();
  made = {g, width, height, text, graph_layout(g, width, height)};
  return made.layout;
}

}  // namespace ui
