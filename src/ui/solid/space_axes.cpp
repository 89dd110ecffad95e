#include "ui/solid/space_axes.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace ui {

namespace {

// An edge along axis k, at one of the four corners of the plane of the other two.
struct Edge {
  Seen from, to;
  Vec3 start;
  ImVec2 middle() const { return {0.5f * (from.at.x + to.at.x), 0.5f * (from.at.y + to.at.y)}; }
  float near() const { return std::max(from.near, to.near); }
};

std::array<Edge, 4> edges_along(std::size_t k, const Space& space, const Projection& from) {
  std::array<Edge, 4> all;
  const std::size_t p = (k + 1) % 3, q = (k + 2) % 3;
  for (std::size_t i = 0; i < 4; ++i) {
    Vec3 corner;
    corner[p] = i & 1 ? space.half[p] : -space.half[p];
    corner[q] = i & 2 ? space.half[q] : -space.half[q];
    corner[k] = -space.half[k];
    Vec3 other = corner;
    other[k] = space.half[k];
    all[i] = {from.at(corner), from.at(other), corner};
  }
  return all;
}

// Where the numbers of an axis stand clear of the figure: x and y below it, z to its left.
Edge outermost(std::size_t k, const Space& space, const Projection& from) {
  const std::array<Edge, 4> all = edges_along(k, space, from);
  return *std::max_element(all.begin(), all.end(), [k](const Edge& a, const Edge& b) {
    return k == 2 ? a.middle().x > b.middle().x : a.middle().y < b.middle().y;
  });
}

// Words whose nearest side is `away` from a place along a direction of length 1. Returns where they
// stand.
Box beside(ImDrawList& draw, ImVec2 at, ImVec2 way, float away, ImU32 colour,
           const std::string& words, const Box& area) {
  const ImVec2 size = text_size(words);
  const float far = away + 0.5f * (std::fabs(way.x) * size.x + std::fabs(way.y) * size.y);
  ImVec2 middle{at.x + far * way.x, at.y + far * way.y};
  middle.x = std::max(area.min.x + 0.5f * size.x, std::min(middle.x, area.max.x - 0.5f * size.x));
  middle.y = std::max(area.min.y + 0.5f * size.y, std::min(middle.y, area.max.y - 0.5f * size.y));
  const ImVec2 from{middle.x - 0.5f * size.x, middle.y - 0.5f * size.y};
  draw_text(draw, from, colour, words);
  return {from, {from.x + size.x, from.y + size.y}};
}

void draw_axis(ImDrawList& draw, std::size_t k, const lab::Axis& axis, const Space& space,
               const Projection& from, const Box& area, std::vector<Box>& words, const Theme& t) {
  const Edge edge = outermost(k, space, from);
  const ImVec2 way{edge.to.at.x - edge.from.at.x, edge.to.at.y - edge.from.at.y};
  const float length = std::hypot(way.x, way.y);
  if (length < 1.5f * em()) return;  // seen end on
  ImVec2 out{way.y / length, -way.x / length};
  const ImVec2 centre = from.at({0, 0, 0}).at, middle = edge.middle();
  if (out.x * (middle.x - centre.x) + out.y * (middle.y - centre.y) < 0) out = {-out.x, -out.y};
  draw.AddLine(edge.from.at, edge.to.at, t.frame);

  // Numbers stand apart by their height where the axis is steep and by their width where it is not.
  const float flat = std::fabs(way.x) / length, apart = (2 + 2.5f * flat) * em();
  const Range& range = space.ranges[k];
  float widest = 0;
  // Along a short axis numbers would be most of the picture.
  const bool numbered = length >= 6 * em();
  for (const Tick& tick : !numbered ? std::vector<Tick>{}
                                    : ticks(range, std::max(2, static_cast<int>(length / apart)))) {
    const double share = range.share(tick.at);
    if (!(share >= -1e-9 && share <= 1 + 1e-9) || tick.label.empty()) continue;
    Vec3 place = edge.start;
    place[k] = (2 * share - 1) * space.half[k];
    const ImVec2 at = from.at(place).at;
    draw.AddLine(at, {at.x + 4 * out.x, at.y + 4 * out.y}, t.frame);
    words.push_back(beside(draw, at, out, 6, t.faint, tick.label, area));
    const ImVec2 size = text_size(tick.label);
    widest = std::max(widest, std::fabs(out.x) * size.x + std::fabs(out.y) * size.y);
  }
  const float away = numbered ? 10 + 0.4f * em() + widest : 6;
  words.push_back(beside(draw, middle, out, away, t.text, axis.label, area));
}

}  // namespace

// Numbers stand to the left of the box and below it, and beside its right corner.
Box beside_space_axes(const Box& area) {
  const float left = std::min(3.2f * em(), 0.14f * area.width());
  const float right = std::min(2 * em(), 0.08f * area.width());
  const float above = 0.4f * em(), below = std::min(2.4f * em(), 0.2f * area.height());
  const ImVec2 corner{area.min.x + left, area.min.y + above};
  return {corner,
          {std::max(area.max.x - right, corner.x + 1), std::max(area.max.y - below, corner.y + 1)}};
}

void space_edges(ImDrawList& draw, const Space& space, const Projection& from, const Theme& t) {
  float nearest = -2;
  for (const Edge& e : edges_along(0, space, from)) nearest = std::max(nearest, e.near());
  for (std::size_t k = 0; k < 3; ++k)
    for (const Edge& e : edges_along(k, space, from))
      if (e.near() < nearest - 1e-5f) draw.AddLine(e.from.at, e.to.at, t.grid);
}

std::vector<Box> space_axes(ImDrawList& draw, const lab::Surface& s, const Space& space,
                            const Projection& from, const Box& area, const Theme& t) {
  std::vector<Box> words;
  const lab::Axis* const axes[] = {&s.x, &s.y, &s.z};
  for (std::size_t k = 0; k < 3; ++k) draw_axis(draw, k, *axes[k], space, from, area, words, t);
  return words;
}

}  // namespace ui
