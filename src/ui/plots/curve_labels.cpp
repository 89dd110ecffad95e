// The names of curves at their ends, of regions in them, and what other labels must stay off.

#include "ui/plots/curve_labels.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

// The last sample that is drawn within the frame, or -1.
int last_drawable(const Plot& p, const lab::Curve& c) {
  for (std::size_t i = samples(c); i > 0; --i) {
    const double share = p.x.share(static_cast<double>(c.x[i - 1]));
    if (share >= -1e-6 && share <= 1 + 1e-6 && drawable(p, c, i - 1))
      return static_cast<int>(i - 1);
  }
  return -1;
}

// The name of a curve that ends within the frame: beside its end, off all lines.
void beside(const Plot& p, const lab::Curve& c, ImVec2 end, Labels& labels, const Theme& t) {
  const ImVec2 size = text_size(c.name);
  const float right = end.x + 9, left = end.x - 9 - size.x;
  std::vector<ImVec2> corners;
  // Further off where many end in one place.
  for (int lines = 0; lines < 7; ++lines) {
    const float further = static_cast<float>(lines) * size.y;
    const float above = end.y - size.y - 5 - further, below = end.y + 5 + further;
    for (const float x : {right, left})
      for (const float y : {above, below}) corners.push_back({x, y});
    if (lines == 0) corners.push_back({right, end.y - 0.5f * size.y});
  }
  const Box box = labels.write(c.name, t.of(c.role), corners);
  // Where it stands off its end, a line leads to it.
  constexpr float near = 14;
  const ImVec2 nearest{std::clamp(end.x, box.min.x, box.max.x),
                       std::clamp(end.y, box.min.y, box.max.y)};
  if (box.width() > 0 && std::hypot(nearest.x - end.x, nearest.y - end.y) > near)
    p.draw->AddLine(end, nearest, faded(t.of(c.role), 0.6f), 1);
}

bool named_at_its_end(const lab::Curve& c) {
  return !c.name.empty() && c.trace != lab::Trace::region;
}

// Of all names at ends, one above the other.
float names_height(std::span<const lab::Curve> curves, float wrap) {
  float height = 0;
  for (const lab::Curve& c : curves)
    if (named_at_its_end(c)) height += text_size(c.name, wrap).y + 2;
  return height;
}

float wrap_in(float room) { return std::max(room - 14, 1.0f); }

// Words in small type where there are more of them than there is height.
class CrowdedType {
 public:
  CrowdedType(const Plot& p, std::span<const lab::Curve> curves, float wrap) {
    const bool crowded = names_height(curves, wrap) > p.inner.height() + 12;
    ImGui::PushFont(nullptr, crowded ? std::min(least_type, em()) : em());
  }
  ~CrowdedType() { ImGui::PopFont(); }
  CrowdedType(const CrowdedType&) = delete;
  CrowdedType& operator=(const CrowdedType&) = delete;
};

// A point that has its place, with its name, at the edge of the plot (beyond_axes).
bool off_axis(const Plot& p, const lab::Curve& c, ImVec2 end) {
  const bool out = end.y < p.inner.min.y - 1 || end.y > p.inner.max.y + 1;
  return out && (c.trace == lab::Trace::marks || c.trace == lab::Trace::ghost_marks);
}

}  // namespace

void keep_clear(const Plot& p, const lab::Curve& c, Labels& labels) {
  if (c.trace == lab::Trace::region) return;
  constexpr std::size_t most = 160;
  const std::size_t n = samples(c), every = n / most + 1;
  for (std::size_t i = 0; i < n; i += every) {
    if (!drawable(p, c, i)) continue;
    const ImVec2 at = p.at(static_cast<double>(c.x[i]), static_cast<double>(c.y[i]));
    labels.keep_clear({{at.x - 4, at.y - 4}, {at.x + 4, at.y + 4}});
  }
}

float end_label_room(std::span<const lab::Curve> curves, float width) {
  float widest = 0;
  for (const lab::Curve& c : curves)
    if (named_at_its_end(c)) widest = std::max(widest, text_size(c.name).x);
  return widest > 0 ? std::min(widest + 14, 0.34f * width) : 0;
}

float end_labels_height(std::span<const lab::Curve> curves, float width) {
  const float room = end_label_room(curves, width);
  ImGui::PushFont(nullptr, std::min(least_type, em()));
  const float names = names_height(curves, wrap_in(room));
  ImGui::PopFont();
  // Beneath them the numbers and the title of the axis along x.
  return names > 0 ? std::ceil(1.2f * em() + names + 12 + 2 * em()) : 0;
}

void region_names(const Plot& p, std::span<const lab::Curve> curves, Labels& labels,
                  const Theme& t) {
  for (const lab::Curve& c : curves) {
    if (c.trace != lab::Trace::region || c.name.empty() || c.low.empty()) continue;
    const auto edge = [&p](float y) {
      return std::clamp(p.py(static_cast<double>(y)), p.inner.min.y, p.inner.max.y);
    };
    const ImVec2 size = text_size(c.name);
    const float above = edge(c.high.front()) + 2, below = edge(c.low.front()) - size.y - 2;
    std::vector<ImVec2> corners;
    for (const float y : {above, below})
      for (float x = p.inner.min.x + 4; x + size.x < p.inner.max.x; x += size.y)
        corners.push_back({x, y});
    labels.write(c.name, t.text, corners);
  }
}

void end_labels(const Plot& p, std::span<const lab::Curve> curves, float room, Labels& labels,
                const Theme& t) {
  struct Label {
    const lab::Curve* curve;
    ImVec2 end, size;
    float y;
  };
  std::vector<Label> all;
  const float wrap = wrap_in(room), title_end = p.area.box.min.y + 1.2f * em();
  const CrowdedType type(p, curves, wrap);
  for (const lab::Curve& c : curves) {
    const int last = last_drawable(p, c);
    if (last < 0 || !named_at_its_end(c)) continue;
    const auto i = static_cast<std::size_t>(last);
    ImVec2 end = p.at(static_cast<double>(c.x[i]), static_cast<double>(c.y[i]));
    if (off_axis(p, c, end)) continue;
    end.y = std::clamp(end.y, p.inner.min.y, p.inner.max.y);
    const ImVec2 size = text_size(c.name, wrap);
    // A point on its own may have its name before it.
    const float wide = text_size(c.name).x;
    const bool behind = end.x + 10 + wide <= p.inner.max.x;
    const bool before =
        samples(c) == 1 && end.x + 10 < p.inner.max.x && end.x - 10 - wide >= p.inner.min.x;
    if (behind || before) {
      if (!is_ghost(c.trace)) marker(*p.draw, end, 4, c.role, t.of(c.role));
      beside(p, c, end, labels, t);
      continue;
    }
    all.push_back({&c, end, size, end.y - 0.5f * size.y});
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Label& a, const Label& b) { return a.y < b.y; });
  // Downwards until nothing overlaps, then back up from the bottom where that went too far.
  float free = p.inner.min.y - 4;
  for (Label& label : all) free = (label.y = std::max(label.y, free)) + label.size.y + 2;
  free = p.inner.max.y + 3;  // off the numbers of the axis
  for (auto label = all.rbegin(); label != all.rend(); ++label)
    free = (label->y = std::min(label->y, free - label->size.y)) - 2;
  free = title_end;
  for (Label& label : all) free = (label.y = std::max(label.y, free)) + label.size.y + 2;
  for (const Label& label : all) {
    const ImU32 colour = t.of(label.curve->role);
    const float x = std::min(label.end.x + 10, p.area.box.max.x - label.size.x);
    if (!is_ghost(label.curve->trace)) marker(*p.draw, label.end, 4, label.curve->role, colour);
    if (std::fabs(label.y + 0.5f * label.size.y - label.end.y) > 6)
      p.draw->AddLine(label.end, {x - 2, label.y + 0.5f * label.size.y}, faded(colour, 0.6f), 1);
    const Box box{{x, label.y}, {x + label.size.x, label.y + label.size.y}};
    p.draw->AddRectFilled({box.min.x - 2, box.min.y}, box.max, faded(t.surface, 0.85f), 3);
    draw_text(*p.draw, box.min, colour, label.curve->name, wrap);
    labels.keep_apart(box);
  }
}

}  // namespace ui
