// Layouts of the graphs that were drawn lately.
#pragma once

#include "ui/graph/graph_layout.h"

namespace ui {

// graph_layout(g, width, height), laid out once for as long as nothing of that changes
// (ui/frame/recalled.h). The next call may put another in its place.
const GraphLayout& recalled_layout(const lab::Graph& g, float width, float height = 1e6f);

}  // namespace ui
