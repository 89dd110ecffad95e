#include "ui/plots/guess.h"

#include <algorithm>
#include <cmath>

#include "ui/frame/curtain.h"

namespace ui {
namespace {

constexpr float thick = 2.5f, dash = 9;

// A line on a strip of the ground, so that it shows on marks of any colour.
void line(const Plot& p, ImVec2 from, ImVec2 to, const Theme& t) {
  p.draw->AddLine(from, to, faded(t.surface, 0.8f), thick + 2.5f);
  dashed_line(*p.draw, from, to, t.guess, thick, dash);
}

float upright_x(const Plot& p, const Guess& g) {
  return std::round(std::clamp(p.px(g.numbers[0]), p.inner.min.x + 2, p.inner.max.x - 2));
}

float level_y(const Plot& p, const Guess& g) {
  return std::round(std::clamp(p.py(g.numbers[0]), p.inner.min.y + 2, p.inner.max.y - 2));
}

std::vector<ImVec2> sketched(const Plot& p, const Guess& g) {
  std::vector<ImVec2> points;
  for (std::size_t i = 0; i + 1 < g.numbers.size(); i += 2) {
    const ImVec2 at = p.at(g.numbers[i], g.numbers[i + 1]);
    if (std::isfinite(at.x) && std::isfinite(at.y)) points.push_back(at);
  }
  return points;
}

void upright_line(const Plot& p, const Guess& g, Labels& labels, const Theme& t) {
  const float x = upright_x(p, g), y = 0.5f * (p.inner.min.y + p.inner.max.y);
  line(p, {x, p.inner.min.y}, {x, p.inner.max.y}, t);
  if (axis_end(p.x, g.numbers[0]) == AxisEnd::low)
    edge_arrow(*p.draw, {x - 2, y}, {-1, 0}, t.guess);
  if (axis_end(p.x, g.numbers[0]) == AxisEnd::high)
    edge_arrow(*p.draw, {x + 2, y}, {1, 0}, t.guess);
  labels.keep_clear({{x - 3, p.inner.min.y}, {x + 3, p.inner.max.y}});
}

void upright_words(const Plot& p, const Guess& g, Labels& labels, const Theme& t) {
  const float x = upright_x(p, g), em = ImGui::GetFontSize(), width = text_size(g.words).x;
  const float gap = axis_end(p.x, g.numbers[0]) == AxisEnd::inside ? 6.0f : 14.0f;
  std::vector<ImVec2> corners;
  for (float y = p.inner.min.y + 2; y + em <= p.inner.max.y; y += 1.4f * em)
    for (const float left : {x + gap, x - gap - width}) corners.push_back({left, y});
  labels.write(g.words, t.guess, corners);
}

void level_line(const Plot& p, const Guess& g, Labels& labels, const Theme& t) {
  const float x = 0.5f * (p.inner.min.x + p.inner.max.x), y = level_y(p, g);
  line(p, {p.inner.min.x, y}, {p.inner.max.x, y}, t);
  if (axis_end(p.y, g.numbers[0]) == AxisEnd::low) edge_arrow(*p.draw, {x, y + 2}, {0, 1}, t.guess);
  if (axis_end(p.y, g.numbers[0]) == AxisEnd::high)
    edge_arrow(*p.draw, {x, y - 2}, {0, -1}, t.guess);
  labels.keep_clear({{p.inner.min.x, y - 3}, {p.inner.max.x, y + 3}});
}

void level_words(const Plot& p, const Guess& g, Labels& labels, const Theme& t) {
  const float y = level_y(p, g);
  const ImVec2 size = text_size(g.words);
  const float up = y - size.y - 4, down = y + 4, left = p.inner.min.x + 6;
  const float right = p.inner.max.x - size.x - 6, middle = 0.5f * (left + right);
  std::vector<ImVec2> corners = {{left, up},    {left, down}, {right, up},
                                 {right, down}, {middle, up}, {middle, down}};
  // Further off where curves lie along the line, with a line that leads to it.
  for (int lines = 1; lines <= 4; ++lines)
    for (const float x : {right, left, middle})
      for (const float at :
           {up - static_cast<float>(lines) * size.y, down + static_cast<float>(lines) * size.y})
        if (at >= p.inner.min.y && at + size.y <= p.inner.max.y) corners.push_back({x, at});
  const Box box = labels.write(g.words, t.guess, corners);
  const float end = y < box.min.y ? box.min.y : box.max.y;
  if (box.width() > 0 && std::fabs(end - y) > size.y)
    p.draw->AddLine({0.5f * (box.min.x + box.max.x), end}, {0.5f * (box.min.x + box.max.x), y},
                    t.guess, 1);
}

void sketch_line(const Plot& p, const Guess& g, Labels& labels, const Theme& t) {
  constexpr float ring = 4.5f, apart = 8;
  const std::vector<ImVec2> points = sketched(p, g);
  // Room for the whole ring of a point at the edge.
  const float room = ring + 2;
  p.draw->PushClipRect({p.inner.min.x - room, p.inner.min.y - room},
                       {p.inner.max.x + room, p.inner.max.y + room}, true);
  for (std::size_t i = 1; i < points.size(); ++i) {
    const ImVec2 a = points[i - 1], b = points[i];
    line(p, a, b, t);
    const int steps = 1 + static_cast<int>(std::hypot(b.x - a.x, b.y - a.y) / apart);
    for (int k = 0; k <= steps; ++k) {
      const float share = static_cast<float>(k) / static_cast<float>(steps);
      const ImVec2 at{a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
      labels.keep_clear({{at.x - 4, at.y - 4}, {at.x + 4, at.y + 4}});
    }
  }
  for (const ImVec2& at : points) {
    p.draw->AddCircleFilled(at, ring, t.surface);
    p.draw->AddCircle(at, ring, t.guess, 0, 2);
    labels.keep_clear({{at.x - 6, at.y - 6}, {at.x + 6, at.y + 6}});
  }
  p.draw->PopClipRect();
}

void sketch_words(const Plot& p, const Guess& g, Labels& labels, const Theme& t) {
  std::vector<ImVec2> corners;
  const ImVec2 size = text_size(g.words);
  for (const ImVec2& at : sketched(p, g))
    for (const float y : {at.y - size.y - 8, at.y + 8})
      for (const float x : {at.x + 8, at.x - 8 - size.x}) corners.push_back({x, y});
  labels.write(g.words, t.guess, corners);
}

// Whether there is a guess that the axes have a place for, be it beyond their ends.
bool placed(const Plot& p, const Desk& desk) {
  if (!desk.guess || desk.guess->numbers.empty()) return false;
  const double first = desk.guess->numbers[0];
  if (desk.guess->kind == Guess::upright) return !std::isnan(p.x.share(first));
  if (desk.guess->kind == Guess::level) return !std::isnan(p.y.share(first));
  return true;
}

}  // namespace

void guess_line(const Plot& p, const Desk& desk, Labels& labels) {
  if (!placed(p, desk)) return;
  const Theme t = theme();
  switch (desk.guess->kind) {
    case Guess::upright:
      return upright_line(p, *desk.guess, labels, t);
    case Guess::level:
      return level_line(p, *desk.guess, labels, t);
    case Guess::sketch:
      return sketch_line(p, *desk.guess, labels, t);
  }
}

void guess_words(const Plot& p, const Desk& desk, Labels& labels) {
  if (!placed(p, desk)) return;
  const Theme t = theme();
  switch (desk.guess->kind) {
    case Guess::upright:
      return upright_words(p, *desk.guess, labels, t);
    case Guess::level:
      return level_words(p, *desk.guess, labels, t);
    case Guess::sketch:
      return sketch_words(p, *desk.guess, labels, t);
  }
}

}  // namespace ui
