// How the nodes and arrows of a graph that has been laid out are drawn.
#pragma once

#include <imgui.h>

#include <vector>

#include "lab/figure.h"
#include "ui/frame/theme.h"
#include "ui/graph/graph_layout.h"

namespace ui {

inline ImVec2 plus(ImVec2 a, ImVec2 b) { return {a.x + b.x, a.y + b.y}; }
inline Box moved(const Box& b, ImVec2 by) { return {plus(b.min, by), plus(b.max, by)}; }

// The points of a path, close enough to each other for straight lines.
std::vector<ImVec2> flattened(const std::vector<ImVec2>& path, ImVec2 origin);

// Layouts count from the figure's top left, which lies at `origin`. What is `loud` is under the
// pointer or has the keyboard.
void draw_arrow(ImDrawList& draw, const GraphPath& path, const lab::Edge& e, ImVec2 origin,
                bool loud, const Theme& t);
void draw_label(ImDrawList& draw, const GraphPath& path, const lab::Edge& e, ImVec2 origin,
                bool loud, const Theme& t);

// How full a node is of its colour: by its light, or, where that would mean something else, not at
// all or much.
enum class Filling { by_light, none, much };

// A node in its box, with its name and the first `lines` of its lines.
void draw_node(ImDrawList& draw, const lab::Node& n, std::size_t lines, const Box& box, bool loud,
               const Theme& t, Filling filling = Filling::by_light);

// Arrowheads at the sides of `box` beyond which a graph that was moved goes on.
void draw_beyond(ImDrawList& draw, const Box& box, bool left, bool right, const Theme& t);

}  // namespace ui
