#include "ui/graph/graph_layout.h"

#include <algorithm>
#include <cmath>

#include "lab/graph_words.h"
#include "ui/frame/theme.h"
#include "ui/graph/graph_layers.h"
#include "ui/graph/graph_routes.h"

namespace ui {

namespace {

// Below this share of running text a phone held in the hand is no longer easy to read.
constexpr float readable_scale = 0.8f;

// Layers follow each other with room for the labels of the arrows between them.
void place_layers(GraphFrame& f, bool close) {
  const float em = ImGui::GetFontSize();
  const std::size_t n = f.rows.layers.size();
  std::vector<float> room(n, 0), label(n + 1, 0);
  for (std::size_t i = 0; i < f.sizes.size(); ++i)
    room[at(f.layer[i])] = std::max(room[at(f.layer[i])], f.way.along(f.sizes[i]));
  for (std::size_t e = 0; e < f.graph.edges.size(); ++e) {
    if (f.rows.chains[e].empty() || !is_labelled(f.graph.edges[e])) continue;
    // The label stands in the first gap of its arrow.
    const std::size_t gap = at(f.rows.items[at(f.rows.chains[e].front())].layer);
    label[gap] = std::max(label[gap], f.way.along(label_size(f.graph.edges[e])));
  }
  float place = 0;
  for (std::size_t k = 0; k < n; ++k) {
    f.starts.push_back(place);
    f.ends.push_back(place + room[k]);
    const float bare = label[k] > 0 ? 1.8f * em : 2.4f * em;
    // An arrow keeps its head and some of its shaft.
    place += room[k] + label[k] + (close ? (label[k] > 0 ? 0.55f : 0.5f) * bare : bare);
  }
}

void place_nodes(GraphFrame& f) {
  f.nodes.resize(f.sizes.size());
  for (const GraphItem& item : f.rows.items) {
    if (item.node < 0) continue;
    const std::size_t i = at(item.node), k = at(item.layer);
    const ImVec2 middle = f.way.point(0.5f * (f.starts[k] + f.ends[k]), item.middle);
    const ImVec2 half{0.5f * f.sizes[i].x, 0.5f * f.sizes[i].y};
    f.nodes[i] = {{middle.x - half.x, middle.y - half.y}, {middle.x + half.x, middle.y + half.y}};
  }
}

// How close things stand: layers to each other, and the nodes of one layer.
struct Closeness {
  bool layers = false, rows = false;
};

GraphLayout laid_out(const lab::Graph& g, const std::vector<int>& layer, std::size_t lines,
                     bool downwards, Closeness close) {
  const float em = ImGui::GetFontSize();
  GraphFrame f{g, layer, {downwards}, {}, {}, {}, {}, {}};
  std::vector<float> extents;
  for (const lab::Node& n : g.nodes) {
    f.sizes.push_back(node_size(n, lines));
    extents.push_back(f.way.across(f.sizes.back()));
  }
  float label = 0;
  // The labels of arrows within a layer stand between its nodes.
  float within = 0;
  for (const lab::Edge& e : g.edges) {
    label = std::max(label, f.way.across(label_size(e)));
    if (lab::sound(g, e) && layer[at(e.from)] == layer[at(e.to)])
      within = std::max(within, f.way.across(label_size(e)));
  }
  f.rows = graph_rows(g, layer, extents,
                      (close.rows ? 0.9f : 1.2f) * em + (downwards ? 0.35f * label : 0),
                      (close.rows ? 1.2f : 1.9f) * em + within);
  place_layers(f, close.layers);
  place_nodes(f);
  GraphLayout out;
  out.downwards = downwards;
  out.lines = lines;
  out.edges = graph_routes(f);
  for (const std::vector<int>& own : f.rows.layers) {
    for (const int i : own) {
      if (f.rows.items[at(i)].node >= 0) out.order.push_back(f.rows.items[at(i)].node);
    }
  }
  out.size = f.way.point(f.ends.empty() ? 0 : f.ends.back(), f.rows.extent);
  out.nodes = std::move(f.nodes);
  return out;
}

// Everything that is drawn lies within the size, from the top left.
void fit(GraphLayout& g, const lab::Graph& shape, float width) {
  ImVec2 low{0, 0}, high = g.size;
  const auto add = [&](ImVec2 p) {
    low = {std::min(low.x, p.x), std::min(low.y, p.y)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y)};
  };
  for (std::size_t e = 0; e < g.edges.size(); ++e) {
    for (const ImVec2 p : g.edges[e].points) add(p);
    if (!is_labelled(shape.edges[e]) || g.edges[e].points.empty()) continue;
    const ImVec2 size = label_size(shape.edges[e]), at = g.edges[e].label;
    add({at.x - 0.5f * size.x - 2, at.y - 0.5f * size.y});
    add({at.x + 0.5f * size.x + 2, at.y + 0.5f * size.y});
  }
  constexpr float rim = 5;
  const float natural = high.x - low.x + 2 * rim;
  g.text = std::clamp(width / natural, readable_scale, 1.0f);
  const auto move = [&](ImVec2& p) {
    p = {(p.x - low.x + rim) * g.text, (p.y - low.y + rim) * g.text};
  };
  for (Box& b : g.nodes) move(b.min), move(b.max);
  for (GraphPath& path : g.edges) {
    for (ImVec2& p : path.points) move(p);
    move(path.label);
  }
  g.size = {natural * g.text, (high.y - low.y + 2 * rim) * g.text};
}

// All of it smaller by this factor.
void shrink(GraphLayout& g, float by) {
  const auto move = [by](ImVec2& p) { p = {p.x * by, p.y * by}; };
  for (Box& b : g.nodes) move(b.min), move(b.max);
  for (GraphPath& path : g.edges) {
    for (ImVec2& p : path.points) move(p);
    move(path.label);
  }
  move(g.size);
  g.text *= by;
}

}  // namespace

std::size_t most_lines(const lab::Node& node) {
  return std::max(node.lines.size(), node.room.size());
}

bool is_labelled(const lab::Edge& edge) { return !edge.label.empty() || !edge.room.empty(); }

ImVec2 label_size(const lab::Edge& edge) {
  const ImVec2 now = text_size(edge.label);
  if (edge.room.empty()) return now;
  const ImVec2 later = text_size(edge.room);
  return {std::max(now.x, later.x), std::max(now.y, later.y)};
}

ImVec2 node_size(const lab::Node& node, std::size_t lines) {
  const float em = ImGui::GetFontSize(), pad = 0.6f * em;
  lines = std::min(lines, most_lines(node));
  float width = text_size(node.name).x;
  for (const std::vector<std::string>* own : {&node.lines, &node.room})
    for (std::size_t i = 0; i < std::min(lines, own->size()); ++i)
      width = std::max(width, text_size((*own)[i]).x);
  const float below = lines == 0 ? 0 : static_cast<float>(lines) * node_line * em + 0.3f * em;
  const ImVec2 box{width + 2 * pad, node_line * em + pad + below};
  if (!node.round) return box;
  // The ellipse around the box of words, not narrower than high.
  const float tall = 1.25f * box.y + 0.3f * em;
  return {std::max(1.25f * box.x, tall), tall};
}

namespace {

// With at most `lines` lines in a node, and with arrows that are short where it has to be `close`.
GraphLayout within(const lab::Graph& g, const std::vector<int>& layer, std::size_t lines,
                   bool close, float width) {
  while (true) {
    GraphLayout across = laid_out(g, layer, lines, false, {false, close});
    fit(across, g, width);
    if (across.text >= 0.85f) return across;
    // Shorter arrows before fewer lines.
    if (lines > 0 && across.size.x > width + 0.5f) {
      across = laid_out(g, layer, lines, false, {true, close});
      fit(across, g, width);
    }
    GraphLayout down = laid_out(g, layer, lines, true, {close, close});
    fit(down, g, width);
    const bool fits[] = {across.size.x <= width + 0.5f, down.size.x <= width + 0.5f};
    if (fits[0] && fits[1]) return down.text > across.text * 1.1f ? down : across;
    if (fits[0] || fits[1]) return fits[1] ? down : across;
    // Where neither fits, the one that is cut off least.
    if (lines == 0) return down.size.x < across.size.x ? down : across;
    --lines;
  }
}

GraphLayout in_room(const lab::Graph& g, float width, float height) {
  const std::vector<int> layer = graph_layers(g);
  std::size_t lines = 0;
  for (const lab::Node& n : g.nodes) lines = std::max(lines, most_lines(n));
  GraphLayout usual = within(g, layer, lines, false, width);
  // A place is measured from corner to corner, so that its height may be a hair less.
  const float room = height + 1;
  if (usual.size.y <= room) return usual;
  GraphLayout closer = within(g, layer, usual.lines, true, width);
  const float least = std::max(readable_scale, least_type / em());
  // Words that are small and can be read are better than none.
  while (closer.size.y * least > room * closer.text && closer.lines > 0)
    closer = within(g, layer, closer.lines - 1, true, width);
  const float by = std::max(room / closer.size.y, least / closer.text);
  if (by < 1) shrink(closer, by);
  return closer;
}

}  // namespace

GraphLayout graph_layout(const lab::Graph& g, float width, float height) {
  GraphLayout layout = in_room(g, width, height);
  for (const lab::Node& n : g.nodes)
    layout.tallest = std::max(layout.tallest, node_size(n, most_lines(n)).y);
  return layout;
}

float moved_left(const GraphLayout& layout, std::size_t node, float width) {
  const float beyond = layout.size.x - width;
  if (beyond <= 0 || node >= layout.nodes.size()) return 0;
  const Box& b = layout.nodes[node];
  return std::clamp(0.5f * (b.min.x + b.max.x - width), 0.0f, beyond);
}

}  // namespace ui
