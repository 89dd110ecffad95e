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

// Points where the axis goes on towards the guess.
void beyond(const Plot& p, ImVec2 tip, ImVec2 way, const Theme& t) {
  const ImVec2 side{way.y, way.x};
  p.draw->AddTriangleFilled(tip, {tip.x - 9 * way.x + 6 * side.x, tip.y - 9 * way.y + 6 * side.y},
                            {tip.x - 9 * way.x - 6 * side.x, tip.y - 9 * way.y - 6 * side.y},
                            t.guess);
}

void upright(const Plot& p, const Guess& g, Labels& labels, const Theme& t) {
  const double share = p.x.share(g.numbers[0]);
  if (std::isnan(share)) return;
  const float x = std::round(std::clamp(p.px(g.numbers[0]), p.inner.min.x + 2, p.inner.max.x - 2));
  line(p, {x, p.inner.min.y}, {x, p.inner.max.y}, t);
  const float y = 0.5f * (p.inner.min.y + p.inner.max.y);
  if (share < 0) beyond(p, {x - 2, y}, {-1, 0}, t);
  if (share > 1) beyond(p, {x + 2, y}, {1, 0}, t);
  const float width = text_size(g.words).x, gap = share < 0 || share > 1 ? 14.0f : 6.0f;
  const float em = ImGui::GetFontSize();
  const ImVec2 corners[] = {{x + gap, p.inner.min.y + 2},
                            {x - gap - width, p.inner.min.y + 2},
                            {x + gap, p.inner.min.y + 2 + 1.4f * em},
                            {x - gap - width, p.inner.min.y + 2 + 1.4f * em}};
  labels.write(g.words, t.guess, corners);
}

void level(const Plot& p, const Guess& g, Labels& labels, const Theme& t) {
  const double share = p.y.share(g.numbers[0]);
  if (std::isnan(share)) return;
  const float y = std::round(std::clamp(p.py(g.numbers[0]), p.inner.min.y + 2, p.inner.max.y - 2));
  line(p, {p.inner.min.x, y}, {p.inner.max.x, y}, t);
  const float x = 0.5f * (p.inner.min.x + p.inner.max.x);
  if (share < 0) beyond(p, {x, y + 2}, {0, 1}, t);
  if (share > 1) beyond(p, {x, y - 2}, {0, -1}, t);
  const ImVec2 size = text_size(g.words);
  const float up = y - size.y - 4, down = y + 4;
  const ImVec2 corners[] = {{p.inner.min.x + 6, up},
                            {p.inner.min.x + 6, down},
                            {p.inner.max.x - size.x - 6, up},
                            {p.inner.max.x - size.x - 6, down}};
  labels.write(g.words, t.guess, corners);
}

void sketch(const Plot& p, const Guess& g, Labels& labels, const Theme& t) {
  std::vector<ImVec2> points;
  for (std::size_t i = 0; i + 1 < g.numbers.size(); i += 2) {
    const ImVec2 at = p.at(g.numbers[i], g.numbers[i + 1]);
    if (std::isfinite(at.x) && std::isfinite(at.y)) points.push_back(at);
  }
  if (points.empty()) return;
  p.draw->PushClipRect(p.inner.min, p.inner.max, true);
  for (std::size_t i = 1; i < points.size(); ++i) line(p, points[i - 1], points[i], t);
  for (const ImVec2& at : points) {
    p.draw->AddCircleFilled(at, 4.5f, t.surface);
    p.draw->AddCircle(at, 4.5f, t.guess, 0, 2);
  }
  p.draw->PopClipRect();
  std::vector<ImVec2> corners;
  const ImVec2 size = text_size(g.words);
  for (const ImVec2& at : points)
    for (const float y : {at.y - size.y - 8, at.y + 8}) corners.push_back({at.x + 8, y});
  labels.write(g.words, t.guess, corners);
}

}  // namespace

void draw_guess(const Plot& p, const Desk& desk, Labels& labels) {
  if (!desk.guess || desk.guess->numbers.empty()) return;
  const Theme t = theme();
  switch (desk.guess->kind) {
    case Guess::upright:
      return upright(p, *desk.guess, labels, t);
    case Guess::level:
      return level(p, *desk.guess, labels, t);
    case Guess::sketch:
      return sketch(p, *desk.guess, labels, t);
  }
}

}  // namespace ui
