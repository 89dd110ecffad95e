// What the colours of a graph's arrows mean, in a row beneath it.
#pragma once

#include <imgui.h>

#include "lab/figure.h"
#include "ui/frame/theme.h"

namespace ui {

// The height that the keys take within `width`; 0 where there are none.
float graph_key_height(const lab::Graph& g, float width);

// The keys from `corner`, each a piece of an arrow with its words behind it.
void draw_graph_key(ImDrawList& draw, const lab::Graph& g, ImVec2 corner, float width,
                    const Theme& t);

}  // namespace ui
