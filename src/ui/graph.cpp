// A graph of named nodes with lines of text, joined by arrows with labels.

#include <algorithm>
#include <cmath>

#include "ui/focus.h"
#include "ui/graph_layout.h"
#include "ui/map_widgets.h"
#include "ui/theme.h"
#include "ui/widget.h"
#include "ui/wish.h"

namespace ui {

namespace {

ImVec2 plus(ImVec2 a, ImVec2 b) { return {a.x + b.x, a.y + b.y}; }

// How light speaks besides colour: the thickness of outlines, and the shaft of arrows.
float thickness(lab::Light light) {
  switch (light) {
    case lab::Light::part:
      return 2.2f;
    case lab::Light::full:
      return 3.2f;
    case lab::Light::chosen:
      return 3.2f;
    default:
      return 1.4f;
  }
}

bool strong(lab::Light light) { return light == lab::Light::full || light == lab::Light::chosen; }

std::vector<ImVec2> flattened(const std::vector<ImVec2>& p, ImVec2 origin) {
  std::vector<ImVec2> out{plus(origin, p[0])};
  for (std::size_t i = 0; i + 3 < p.size(); i += 3) {
    constexpr int parts = 16;
    for (int k = 1; k <= parts; ++k) {
      const float t = static_cast<float>(k) / parts, u = 1 - t;
      const float a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
      out.push_back({origin.x + a * p[i].x + b * p[i + 1].x + c * p[i + 2].x + d * p[i + 3].x,
                     origin.y + a * p[i].y + b * p[i + 1].y + c * p[i + 2].y + d * p[i + 3].y});
    }
  }
  return out;
}

void dashes(ImDrawList& draw, const std::vector<ImVec2>& line, ImU32 colour, float thick) {
  float left = 6;
  bool on = true;
  for (std::size_t i = 1; i < line.size(); ++i) {
    ImVec2 from = line[i - 1];
    float length = std::hypot(line[i].x - from.x, line[i].y - from.y);
    while (length > 1e-3f) {
      const float part = std::min(left, length), share = part / length;
      const ImVec2 to{from.x + (line[i].x - from.x) * share, from.y + (line[i].y - from.y) * share};
      if (on) draw.AddLine(from, to, colour, thick);
      from = to, length -= part, left -= part;
      if (left <= 1e-3f) on = !on, left = on ? 6.0f : 4.0f;
    }
  }
}

void draw_arrow(ImDrawList& draw, const GraphPath& path, const lab::Edge& e, ImVec2 origin,
                bool loud, const Theme& t) {
  if (path.points.size() < 4) return;
  std::vector<ImVec2> line = flattened(path.points, origin);
  const bool masked = e.light == lab::Light::masked;
  ImU32 colour = strong(e.light) || loud ? t.accent : t.of(e.role);
  if (masked) colour = mix(colour, t.surface, 0.5f);
  const float thick = std::max(thickness(e.light), loud ? 2.6f : 0.0f);
  // The head covers the last of the line.
  const ImVec2 tip = line.back();
  const float head = 5 + 1.8f * thick;
  while (line.size() > 1 && std::hypot(tip.x - line.back().x, tip.y - line.back().y) < head)
    line.pop_back();
  const float length = std::hypot(tip.x - line.back().x, tip.y - line.back().y);
  const ImVec2 way{(tip.x - line.back().x) / length, (tip.y - line.back().y) / length};
  const ImVec2 neck{tip.x - head * way.x, tip.y - head * way.y};
  line.push_back(neck);
  if (e.dashed || masked)
    dashes(draw, line, colour, thick);
  else
    draw.AddPolyline(line.data(), static_cast<int>(line.size()), colour, ImDrawFlags_None, thick);
  const float half = 0.42f * head;
  draw.AddTriangleFilled(tip, {neck.x - half * way.y, neck.y + half * way.x},
                         {neck.x + half * way.y, neck.y - half * way.x}, colour);
}

void draw_label(ImDrawList& draw, const GraphPath& path, const lab::Edge& e, ImVec2 origin,
                bool loud, const Theme& t) {
  if (e.label.empty() || path.points.size() < 4) return;
  const ImVec2 size = text_size(e.label), at = plus(origin, path.label);
  const ImVec2 from{at.x - 0.5f * size.x, at.y - 0.5f * size.y};
  draw.AddRectFilled({from.x - 3, from.y - 1}, {from.x + size.x + 3, from.y + size.y + 1},
                     faded(t.surface, 0.92f), 3);
  words(draw, from, strong(e.light) || loud ? t.accent : t.of(e.role), e.label);
}

void outline_of(ImDrawList& draw, const Box& box, bool round, float grow, ImU32 colour,
                float thick) {
  const ImVec2 middle{0.5f * (box.min.x + box.max.x), 0.5f * (box.min.y + box.max.y)};
  if (round)
    draw.AddEllipse(middle, {0.5f * box.width() + grow, 0.5f * box.height() + grow}, colour, 0, 0,
                    thick);
  else
    draw.AddRect({box.min.x - grow, box.min.y - grow}, {box.max.x + grow, box.max.y + grow}, colour,
                 6 + grow, 0, thick);
}

void draw_node(ImDrawList& draw, const lab::Node& n, const Box& box, bool loud, const Theme& t) {
  const bool masked = n.light == lab::Light::masked;
  const ImU32 own = masked ? mix(t.of(n.role), t.surface, 0.45f) : t.of(n.role);
  const ImU32 edge = strong(n.light) ? t.accent : own;
  const float depth = strong(n.light) ? 0.3f : n.light == lab::Light::part ? 0.2f : 0.08f;
  const ImU32 fill = mix(t.surface, own, depth);
  const ImVec2 middle{0.5f * (box.min.x + box.max.x), 0.5f * (box.min.y + box.max.y)};
  if (n.round) {
    draw.AddEllipseFilled(middle, {0.5f * box.width(), 0.5f * box.height()}, fill);
  } else {
    draw.AddRectFilled(box.min, box.max, fill, 6);
    if (masked) hatch(draw, box, faded(t.frame, 0.35f), 6);
  }
  outline_of(draw, box, n.round, 0, loud ? mix(edge, t.text, 0.3f) : edge,
             std::max(thickness(n.light), loud ? 2.4f : 0.0f));
  if (n.light == lab::Light::chosen) outline_of(draw, box, n.round, 4, t.accent, 1.5f);

  const float em = ImGui::GetFontSize(), row = node_line * em;
  const float lines = static_cast<float>(n.lines.size());
  const float whole = row * (lines + 1) + (n.lines.empty() ? 0 : 0.3f * em);
  float y = middle.y - 0.5f * whole;
  const ImVec2 name = text_size(n.name);
  words(draw, {middle.x - 0.5f * name.x, y + 0.5f * (row - em)}, masked ? t.faint : t.text, n.name);
  y += row;
  if (n.lines.empty()) return;
  if (!n.round)
    draw.AddLine({box.min.x + 0.5f * em, y + 0.05f * em}, {box.max.x - 0.5f * em, y + 0.05f * em},
                 faded(own, 0.5f));
  y += 0.3f * em;
  for (const std::string& line : n.lines) {
    const float x = n.round ? middle.x - 0.5f * text_size(line).x : box.min.x + 0.6f * em;
    words(draw, {x, y + 0.5f * (row - em)}, masked ? t.faint : mix(t.text, t.faint, 0.35f), line);
    y += row;
  }
}

Box moved(const Box& b, ImVec2 by) { return {plus(b.min, by), plus(b.max, by)}; }

// The nearest node in a direction; off to the side counts twice.
int next_node(const GraphLayout& layout, int from, const Keys& k) {
  const auto middle = [&](int i) {
    const Box& b = layout.nodes[static_cast<std::size_t>(i)];
    return ImVec2{0.5f * (b.min.x + b.max.x), 0.5f * (b.min.y + b.max.y)};
  };
  const ImVec2 here = middle(from);
  int best = from;
  float nearest = 1e9f;
  for (int i = 0; i < static_cast<int>(layout.nodes.size()); ++i) {
    const ImVec2 there = middle(i);
    const float dx = there.x - here.x, dy = there.y - here.y;
    const float ahead =
        k.right != 0 ? dx * static_cast<float>(k.right) : dy * static_cast<float>(k.down);
    const float aside = std::fabs(k.right != 0 ? dy : dx);
    if (i == from || ahead <= 1 || ahead + 2 * aside >= nearest) continue;
    nearest = ahead + 2 * aside;
    best = i;
  }
  return best;
}

struct Found {
  int loud = -1, picked = -1;
};

Found find(const lab::Graph& g, const GraphLayout& layout, const Area& a, ImVec2 origin) {
  int pointed = -1;
  for (std::size_t i = 0; a.hovered && i < layout.nodes.size(); ++i) {
    if (moved(layout.nodes[i], origin).contains(a.mouse)) pointed = static_cast<int>(i);
  }
  const auto n = static_cast<int>(g.nodes.size());
  int at = std::min(kept(a.id, "node", -1), n - 1);
  const Keys k = keys(a);
  if (a.pressed) at = at == pointed ? -1 : pointed;
  if (k.escape) at = -1;
  if (k.any_arrow() && n > 0) at = at < 0 ? layout.order.front() : next_node(layout, at, k);
  keep(a.id, "node", at);
  return {a.hovered && pointed >= 0 ? pointed : at, a.pressed ? pointed : k.enter ? at : -1};
}

void read_out(const lab::Graph& g, int node, const Box& box) {
  const lab::Node& n = g.nodes[static_cast<std::size_t>(node)];
  std::vector<ReadLine> lines = {{n.name, theme().of(n.role)}};
  for (const std::string& line : n.lines) lines.push_back({line});
  std::string from, to;
  for (const lab::Edge& e : g.edges) {
    if (e.from < 0 || e.to < 0 || std::max(e.from, e.to) >= static_cast<int>(g.nodes.size()))
      continue;
    const auto add = [&](std::string& list, int other) {
      list += (list.empty() ? "" : ", ") + g.nodes[static_cast<std::size_t>(other)].name;
      if (!e.label.empty()) list += " (" + e.label + ")";
    };
    if (e.to == node) add(from, e.from);
    if (e.from == node) add(to, e.to);
  }
  if (!from.empty()) lines.push_back({"from " + from});
  if (!to.empty()) lines.push_back({"to " + to});
  readout({box.max.x, box.min.y}, lines);
}

}  // namespace

float graph_height(const lab::Graph& g, float width) {
  return g.nodes.empty() ? 2 * ImGui::GetFontSize() : std::ceil(graph_layout(g, width).size.y);
}

void graph(const char* id, const lab::Graph& g, ImVec2 size, Desk& desk) {
  const Theme t = theme();
  const Area a = area(id, size);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  if (g.nodes.empty()) return words(draw, a.box.min, t.faint, "no nodes");
  const GraphLayout layout = graph_layout(g, a.box.width());
  const ImVec2 origin{
      std::round(a.box.min.x + std::max(0.0f, 0.5f * (a.box.width() - layout.size.x)) -
                 moved_left(g, layout, a.box.width())),
      std::round(a.box.min.y + std::max(0.0f, 0.5f * (a.box.height() - layout.size.y)))};
  const Found found = find(g, layout, a, origin);
  const auto touches = [&](const lab::Edge& e) {
    return found.loud >= 0 && (e.from == found.loud || e.to == found.loud);
  };
  ImGui::PushFont(nullptr, t.text_px * layout.text);
  for (std::size_t e = 0; e < g.edges.size(); ++e)
    draw_arrow(draw, layout.edges[e], g.edges[e], origin, touches(g.edges[e]), t);
  for (std::size_t i = 0; i < g.nodes.size(); ++i)
    draw_node(draw, g.nodes[i], moved(layout.nodes[i], origin), static_cast<int>(i) == found.loud,
              t);
  for (std::size_t e = 0; e < g.edges.size(); ++e)
    draw_label(draw, layout.edges[e], g.edges[e], origin, touches(g.edges[e]), t);
  ImGui::PopFont();
  const lab::Field* field = desk.fields.find(g.pick);
  if (field && found.picked >= 0)
    wish(desk, *field, g.nodes[static_cast<std::size_t>(found.picked)].id);
  if (found.loud < 0) return;
  if (field && a.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  read_out(g, found.loud, moved(layout.nodes[static_cast<std::size_t>(found.loud)], origin));
}

}  // namespace ui
