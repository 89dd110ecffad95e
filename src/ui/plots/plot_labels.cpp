// What stands inside a plot beside its marks: labels that keep clear of each other, reference
// lines.

#include "ui/plots/plot_labels.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

bool shows(const Plot& p, const lab::Rule& rule) {
  const double share = rule.upright ? p.x.share(rule.at) : p.y.share(rule.at);
  return share >= -1e-9 && share <= 1 + 1e-9;
}

void name_upright(const Plot& p, const lab::Rule& rule, Labels& labels, const Theme& t) {
  const ImVec2 size = text_size(rule.label);
  const float x = std::round(p.px(rule.at)), left = x - size.x - 6;
  std::vector<ImVec2> corners;
  for (float y = p.inner.min.y + 2; y + size.y <= p.inner.max.y; y += 1.2f * size.y)
    for (const float at : {x + 6, left}) corners.push_back({at, y});
  // Beyond a handle that stands close by.
  for (float y = p.inner.min.y + 2; y + size.y <= p.inner.max.y; y += 1.2f * size.y)
    for (const float at : {x + 26, left - 20}) corners.push_back({at, y});
  if (corners.empty()) corners.push_back({x + 6, p.inner.min.y});
  labels.write(rule.label, t.of(rule.role), corners);
}

// Beside the plot where there is room, otherwise on the line.
void name_level(const Plot& p, const lab::Rule& rule, Labels& labels, const Theme& t) {
  const ImVec2 size = text_size(rule.label);
  const float y = std::round(p.py(rule.at)), beside = p.inner.max.x + 6;
  const float right = p.inner.max.x - size.x - 4, left = p.inner.min.x + 6;
  const float above = y - size.y - 2, below = y + 2;
  std::vector<ImVec2> corners;
  if (p.named_beside && beside + size.x <= p.area.box.max.x)
    corners.push_back({beside, y - 0.5f * size.y});
  // The ends first, then what lies between them.
  for (const float share : {0.0f, 1.0f, 0.5f, 0.25f, 0.75f, 0.375f, 0.625f})
    for (const float at : {above, below}) corners.push_back({right + share * (left - right), at});
  // Further off at the end of a thin line, where all of it runs among curves or bars.
  for (const float lines : {1.0f, 2.0f, 3.0f})
    for (const float share : {0.0f, 1.0f, 0.5f})
      for (const float at : {above - lines * size.y, below + lines * size.y})
        corners.push_back({right + share * (left - right), at});
  const Box box = labels.write(rule.label, t.of(rule.role), corners);
  const float near = y < box.min.y ? box.min.y : box.max.y;
  if (box.width() > 0 && std::fabs(near - y) > 0.5f * size.y && (y < box.min.y || y > box.max.y)) {
    // At its outer end: what the label has cleared may stand beneath its middle.
    const bool left_half = box.min.x + box.max.x < p.inner.min.x + p.inner.max.x;
    const float x = left_half ? box.min.x + 2 : box.max.x - 2;
    p.draw->AddLine({x, near}, {x, y}, faded(t.of(rule.role), 0.6f));
  }
}

}  // namespace

Box Labels::write(std::string_view text, ImU32 colour, std::span<const ImVec2> corners) {
  if (text.empty()) return {};
  const ImVec2 size = text_size(text);
  const Box& inner = plot_.inner;
  // The numbers of the axis stand left of the plot.
  const bool fits = inner.max.x - inner.min.x >= size.x;
  const float leftmost = fits ? inner.min.x : plot_.area.box.min.x;
  Box best;
  float least = -1;
  for (ImVec2 at : corners) {
    at.x = std::max(leftmost, std::min(at.x, plot_.area.box.max.x - size.x));
    at.y = std::max(inner.min.y, std::min(at.y, inner.max.y - size.y));
    const Box box{at, {at.x + size.x, at.y + size.y}};
    float covered = 0;
    for (const Taken& other : taken_) covered += other.weight * box.shared(other.box);
    if (least >= 0 && covered >= least) continue;
    best = box;
    least = covered;
    if (covered <= 0) break;
  }
  if (least < 0) return {};
  // A ground of its own keeps the words readable over lines and bars.
  plot_.draw->AddRectFilled({best.min.x - 2, best.min.y}, {best.max.x + 2, best.max.y},
                            faded(theme().surface, 0.85f), 3);
  draw_text(*plot_.draw, best.min, colour, text);
  keep_apart(best);
  return best;
}

void keep_clear(const Plot& p, std::span<const lab::Rule> all, Labels& labels) {
  for (const lab::Rule& rule : all) {
    if (!shows(p, rule)) continue;
    const float x = std::round(p.px(rule.at)), y = std::round(p.py(rule.at));
    if (rule.upright) labels.keep_clear({{x - 1, p.inner.min.y}, {x + 1, p.inner.max.y}});
    if (!rule.upright) labels.keep_clear({{p.inner.min.x, y - 1}, {p.inner.max.x, y + 1}});
  }
}

void rule_lines(const Plot& p, std::span<const lab::Rule> all) {
  const Theme t = theme();
  for (const lab::Rule& rule : all) {
    if (!shows(p, rule)) continue;
    const float x = std::round(p.px(rule.at)), y = std::round(p.py(rule.at));
    const ImVec2 from = rule.upright ? ImVec2(x, p.inner.min.y) : ImVec2(p.inner.min.x, y);
    const ImVec2 to = rule.upright ? ImVec2(x, p.inner.max.y) : ImVec2(p.inner.max.x, y);
    // The dashes lie on a strip of the ground, so that they show on bars of any colour.
    p.draw->AddLine(from, to, faded(t.surface, 0.8f), 3.5f);
    dashed_line(*p.draw, from, to, t.of(rule.role), 1.5f);
  }
}

void rule_names(const Plot& p, std::span<const lab::Rule> all, Labels& labels) {
  const Theme t = theme();
  for (const lab::Rule& rule : all) {
    if (!shows(p, rule)) continue;
    if (rule.upright) {
      name_upright(p, rule, labels, t);
    } else {
      name_level(p, rule, labels, t);
    }
  }
}

void note(const Plot& p, std::string_view text) {
  const Theme t = theme();
  const ImVec2 size = text_size(text);
  const float x = std::max(p.area.box.min.x, p.area.box.max.x - size.x - 14);
  cross(*p.draw, {x - 8, p.area.box.min.y + 0.5f * size.y}, 3.5f, t.bad);
  draw_text(*p.draw, {x, p.area.box.min.y}, t.faint, text);
}

}  // namespace ui
