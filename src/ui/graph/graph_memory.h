// Layouts of the graphs that were drawn lately.
#pragma once

#include "ui/graph/graph_layout.h"

namespace ui {

// graph_layout(g, width, height) at the size of the font in use, laid out once for as long as nothing of that
// changes: every frame asks for it twice, for the height and for the picture. The next call may put
// another in its place.
const GraphLayout& recalled_layout(const lab::Graph& g, float width, float height = 1e6f);

}  // namespace ui
