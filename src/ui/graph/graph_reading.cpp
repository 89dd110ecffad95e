#include "ui/graph/graph_reading.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "ui/frame/readout.h"
#include "ui/graph/graph_marks.h"

namespace ui {

namespace {

float above_whole_node() { return 0.6f * em(); }

// "from z1, z2", one line for each of what leads to a node and away from it. Of several sets of
// arrows each has its own lines: "p: from z1".
void add_neighbours(const lab::Graph& g, int node, std::vector<ReadLine>& lines) {
  const auto count = static_cast<int>(g.nodes.size()), sets = static_cast<int>(g.sets.size());
  for (int set = 0; set < std::max(sets, 1); ++set) {
    std::string from, to, back_from, back_to;
    for (const lab::Edge& e : g.edges) {
      if (e.from < 0 || e.to < 0 || std::max(e.from, e.to) >= count) continue;
      if (sets > 0 && e.set != set) continue;
      const auto add = [&](std::string& list, int other) {
        list += (list.empty() ? "" : ", ") + g.nodes[static_cast<std::size_t>(other)].name;
        if (!e.label.empty()) list += " (" + e.label + ")";
      };
      if (e.to == node) add(e.back ? back_to : from, e.from);
      if (e.from == node) add(e.back ? back_from : to, e.to);
    }
    const std::string whose = sets > 1 ? g.sets[static_cast<std::size_t>(set)].name + ": " : "";
    if (!from.empty()) lines.push_back({whose + "from " + from});
    if (!to.empty()) lines.push_back({whose + "to " + to});
    if (!back_from.empty()) lines.push_back({whose + "back from " + back_from});
    if (!back_to.empty()) lines.push_back({whose + "back to " + back_to});
  }
}

}  // namespace

void read_node(const lab::Graph& g, int node, const GraphLayout& layout, ImVec2 origin,
               const Box& within) {
  const lab::Node& n = g.nodes[static_cast<std::size_t>(node)];
  std::vector<ReadLine> lines = {{n.name, theme().of(n.role)}};
  for (const std::string& line : n.lines) lines.push_back({line});
  add_neighbours(g, node, lines);
  std::vector<Box> nodes, labels;
  for (const Box& box : layout.nodes) nodes.push_back(moved(box, origin));
  for (std::size_t e = 0; e < g.edges.size(); ++e) {
    const ImVec2 half{0.5f * text_size(g.edges[e].label).x, 0.5f * em()};
    const ImVec2 at = plus(layout.edges[e].label, origin);
    labels.push_back({{at.x - half.x, at.y - half.y}, {at.x + half.x, at.y + half.y}});
  }
  readout_beside(nodes[static_cast<std::size_t>(node)], lines, within, nodes, labels);
}

float whole_node_height(const GraphLayout& layout) { return layout.tallest + above_whole_node(); }

void draw_whole_node(ImDrawList& draw, const lab::Node& n, float x, float y, const Theme& t) {
  const ImVec2 size = node_size(n, most_lines(n));
  const ImVec2 from{std::round(x - 0.5f * size.x), std::round(y + above_whole_node())};
  lab::Node calm = n;
  calm.light = lab::Light::plain;
  draw_node(draw, calm, n.lines.size(), {from, {from.x + size.x, from.y + size.y}}, false, t);
}

}  // namespace ui
