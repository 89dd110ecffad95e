#include "ui/graph/graph_marks.h"

#include <algorithm>
#include <cmath>

#include "ui/frame/theme.h"

namespace ui {

namespace {

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

}  // namespace

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

void draw_arrow(ImDrawList& draw, const GraphPath& path, const lab::Edge& e, ImVec2 origin,
                bool loud, const Theme& t) {
  if (path.points.size() < 4) return;
  std::vector<ImVec2> line = flattened(path.points, origin);
  if (e.back) std::reverse(line.begin(), line.end());
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
  draw_text(draw, from, strong(e.light) || loud ? t.accent : t.of(e.role), e.label);
}

namespace {
const std::string more_lines = "…";

// A line that is no number names those below it.
bool heads_others(const std::string& line) {
  return !line.empty() && line.find_first_of("0123456789") != 0 && !line.starts_with("−") &&
         !line.starts_with("-");
}
}  // namespace

void draw_node(ImDrawList& draw, const lab::Node& n, std::size_t shown, const Box& box, bool loud,
               const Theme& t, Filling filling) {
  const bool masked = n.light == lab::Light::masked;
  const ImU32 own = masked ? mix(t.of(n.role), t.surface, 0.45f) : t.of(n.role);
  const ImU32 edge = strong(n.light) ? t.accent : own;
  const float lit = strong(n.light) ? 0.3f : n.light == lab::Light::part ? 0.2f : 0.08f;
  const float depth = filling == Filling::much ? 0.42f : filling == Filling::none ? 0.06f : lit;
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
  const std::size_t rows = std::min(shown, most_lines(n));
  shown = std::min(shown, n.lines.size());
  const float whole = row * static_cast<float>(rows + 1) + (rows == 0 ? 0 : 0.3f * em);
  float y = middle.y - 0.5f * whole;
  const ImVec2 name = text_size(n.name);
  draw_text(draw, {middle.x - 0.5f * name.x, y + 0.5f * (row - em)}, masked ? t.faint : t.text,
            n.name);
  y += row;
  if (shown == 0) return;
  if (!n.round)
    draw.AddLine({box.min.x + 0.5f * em, y + 0.05f * em}, {box.max.x - 0.5f * em, y + 0.05f * em},
                 faded(own, 0.5f));
  y += 0.3f * em;
  // Of a vector that is cut off, its first entries would pass for all of it. One of which nothing
  // but the heading has room is named: the vector above it is whole.
  const bool cut = shown < n.lines.size();
  for (std::size_t i = 0; i < shown; ++i) {
    const bool last = cut && i + 1 == shown;
    const std::string line = !last                      ? n.lines[i]
                             : heads_others(n.lines[i]) ? n.lines[i] + " " + more_lines
                                                        : more_lines;
    const float x = n.round ? middle.x - 0.5f * text_size(line).x : box.min.x + 0.6f * em;
    draw_text(draw, {x, y + 0.5f * (row - em)}, masked ? t.faint : mix(t.text, t.faint, 0.35f),
              line);
    y += row;
  }
}

void draw_beyond(ImDrawList& draw, const Box& box, bool left, bool right, const Theme& t) {
  const float wide = 1.6f * em(), middle = 0.5f * (box.min.y + box.max.y), half = 0.35f * em();
  const ImU32 ground = t.surface, clear = faded(t.surface, 0);
  const auto side = [&](float edge, float inward) {
    const float inner = edge + inward * wide;
    const ImU32 a = inward > 0 ? ground : clear, b = inward > 0 ? clear : ground;
    draw.AddRectFilledMultiColor({std::min(edge, inner), box.min.y},
                                 {std::max(edge, inner), box.max.y}, a, b, b, a);
    const float tip = edge + inward * 0.2f * em(), tail = tip + inward * 0.6f * em();
    draw.AddTriangleFilled({tip, middle}, {tail, middle - half}, {tail, middle + half}, t.accent);
  };
  if (left) side(box.min.x, 1);
  if (right) side(box.max.x, -1);
}

}  // namespace ui
