#include "ui/graph/graph_memory.h"

#include "ui/frame/recalled.h"
#include "ui/frame/standing.h"

namespace ui {

const GraphLayout& recalled_layout(const lab::Graph& g, float width, float height) {
  // No lab shows more graphs at a time, each as it is, as it would be in the least height, and as
  // it asks to be.
  auto& kept = of_context<Recalled<lab::Graph, GraphLayout, 12>>();
  return kept.of(g, {width, height}, [&] { return graph_layout(g, width, height); });
}

}  // namespace ui
