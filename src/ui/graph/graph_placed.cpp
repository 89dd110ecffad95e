#include "ui/graph/graph_placed.h"

#include <algorithm>
#include <cmath>

#include "lab/graph_words.h"
#include "ui/graph/graph_marks.h"

namespace ui {

namespace {

ImVec2 middle_of(const Box& b) { return {0.5f * (b.min.x + b.max.x), 0.5f * (b.min.y + b.max.y)}; }

// What middles of nodes keep from the sides, so that the largest of them lies within.
ImVec2 rim_of(const GraphLayout& layout) {
  ImVec2 rim{0, 0};
  for (const Box& b : layout.nodes)
    rim = {std::max(rim.x, 0.5f * b.width() + 5), std::max(rim.y, 0.5f * b.height() + 5)};
  return rim;
}

float in_unit(float v) { return v > 0 ? std::min(v, 1.0f) : 0; }

// Where the line from the middle of a box to a point leaves the ellipse in it.
ImVec2 on_rim(const Box& b, ImVec2 towards) {
  const ImVec2 from = middle_of(b);
  const float dx = towards.x - from.x, dy = towards.y - from.y;
  const float away =
      std::hypot(dx / std::max(0.5f * b.width(), 1.0f), dy / std::max(0.5f * b.height(), 1.0f));
  if (away < 1) return from;
  return {from.x + dx / away, from.y + dy / away};
}

// How far aside an arrow bends, to the left of its way: around what lies on it.
float bend(const lab::Graph& g, const std::vector<Box>& nodes, const lab::Edge& e) {
  const ImVec2 from = middle_of(nodes[static_cast<std::size_t>(e.from)]);
  const ImVec2 to = middle_of(nodes[static_cast<std::size_t>(e.to)]);
  const float length = std::max(std::hypot(to.x - from.x, to.y - from.y), 1.0f);
  const ImVec2 way{(to.x - from.x) / length, (to.y - from.y) / length};
  float most = 0;
  for (int i = 0; i < static_cast<int>(nodes.size()); ++i) {
    if (i == e.from || i == e.to) continue;
    const Box& b = nodes[static_cast<std::size_t>(i)];
    const ImVec2 at = middle_of(b);
    const float along = (at.x - from.x) * way.x + (at.y - from.y) * way.y;
    const float aside = (at.y - from.y) * way.x - (at.x - from.x) * way.y;
    const float reach = 0.5f * std::max(b.width(), b.height()) + 6;
    if (along < 0 || along > length || std::fabs(aside) >= reach) continue;
    // To the side that the node does not lie on, twice as far at the middle of the bend.
    const float by = 2.2f * (reach - std::fabs(aside));
    if (by > std::fabs(most)) most = aside > 0 ? -by : by;
  }
  if (most != 0) return most;
  // Of several arrows between two nodes each bends to its own left, so that they stay apart.
  for (const lab::Edge& other : g.edges) {
    const bool same = other.from == e.from && other.to == e.to;
    const bool turned = other.from == e.to && other.to == e.from;
    if (&other == &e || !(same || turned)) continue;
    if (turned) return -0.2f * length;
    return &other < &e ? -0.2f * length : 0.2f * length;
  }
  return 0;
}

GraphPath path_of(const lab::Graph& g, const std::vector<Box>& nodes, const lab::Edge& e) {
  const Box& tail = nodes[static_cast<std::size_t>(e.from)];
  const Box& head = nodes[static_cast<std::size_t>(e.to)];
  const ImVec2 from = middle_of(tail), to = middle_of(head);
  const float length = std::max(std::hypot(to.x - from.x, to.y - from.y), 1.0f);
  const float by = bend(g, nodes, e);
  const ImVec2 over{0.5f * (from.x + to.x) - by * (to.y - from.y) / length,
                    0.5f * (from.y + to.y) + by * (to.x - from.x) / length};
  const ImVec2 start = on_rim(tail, over), end = on_rim(head, over);
  const auto between = [&over](ImVec2 p) {
    return ImVec2{p.x + 2 * (over.x - p.x) / 3, p.y + 2 * (over.y - p.y) / 3};
  };
  GraphPath path;
  path.points = {start, between(start), between(end), end};
  path.label = {0.25f * (start.x + end.x) + 0.5f * over.x,
                0.25f * (start.y + end.y) + 0.5f * over.y};
  return path;
}

}  // namespace

GraphLayout placed_layout(const lab::DrawnGraph& s, const GraphLayout& usual) {
  GraphLayout layout = usual;
  const ImVec2 rim = rim_of(usual);
  for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
    Box& b = layout.nodes[i];
    const ImVec2 at{rim.x + in_unit(s.x[i]) * std::max(layout.size.x - 2 * rim.x, 0.0f),
                    rim.y + in_unit(s.y[i]) * std::max(layout.size.y - 2 * rim.y, 0.0f)};
    const ImVec2 from = middle_of(b);
    b = moved(b, {at.x - from.x, at.y - from.y});
  }
  for (std::size_t e = 0; e < layout.edges.size(); ++e) {
    const lab::Edge& edge = s.graph.edges[e];
    if (lab::sound(s.graph, edge) && edge.from != edge.to)
      layout.edges[e] = path_of(s.graph, layout.nodes, edge);
  }
  return layout;
}

GraphLayout enlarged(GraphLayout layout, float by) {
  const auto grow = [by](ImVec2& p) { p = {p.x * by, p.y * by}; };
  for (Box& b : layout.nodes) grow(b.min), grow(b.max);
  for (GraphPath& path : layout.edges) {
    for (ImVec2& p : path.points) grow(p);
    grow(path.label);
  }
  grow(layout.size);
  layout.tallest *= by;
  layout.text *= std::sqrt(by);
  return layout;
}

ImVec2 place_in_square(const GraphLayout& layout, ImVec2 point) {
  const ImVec2 rim = rim_of(layout);
  const float wide = layout.size.x - 2 * rim.x, tall = layout.size.y - 2 * rim.y;
  return {wide > 1 ? in_unit((point.x - rim.x) / wide) : 0.5f,
          tall > 1 ? in_unit((point.y - rim.y) / tall) : 0.5f};
}

}  // namespace ui
