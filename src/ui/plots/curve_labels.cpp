// The names of curves at their ends, of regions in them, and what other labels must stay off.

#include "ui/plots/curve_labels.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "ui/frame/wrapping.h"

namespace ui {

namespace {

// The last x at which there is anything to draw.
double last_place(const lab::Curve& c, bool logarithmic) {
  for (std::size_t i = samples(c); i > 0; --i) {
    const float y = c.y[i - 1];
    if (std::isfinite(y) && (y > 0 || !logarithmic)) return static_cast<double>(c.x[i - 1]);
  }
  return std::nan("");
}

// The last sample that is drawn within the frame, or -1.
int last_drawable(const Plot& p, const lab::Curve& c) {
  for (std::size_t i = samples(c); i > 0; --i) {
    const double share = p.x.share(static_cast<double>(c.x[i - 1]));
    if (share >= -1e-6 && share <= 1 + 1e-6 && drawable(p, c, i - 1))
      return static_cast<int>(i - 1);
  }
  return -1;
}

// The name of a curve that ends within the frame: beside its end, off all lines, and joined to it
// where it stands further off.
void beside(const Plot& p, const lab::Curve& c, ImVec2 end, Labels& labels, const Theme& t) {
  constexpr float near = 14;
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
  const ImVec2 to{std::clamp(end.x, box.min.x, box.max.x), std::clamp(end.y, box.min.y, box.max.y)};
  if (box.width() > 0 && std::hypot(to.x - end.x, to.y - end.y) > near)
    p.draw->AddLine(end, to, faded(t.of(c.role), 0.8f), 1);
}

bool named_at_its_end(const lab::Curve& c) {
  return !c.name.empty() && c.trace != lab::Trace::region;
}

float lines_height(const std::vector<std::string>& lines) {
  return static_cast<float>(lines.size()) * em();
}

// Of all names at ends, one above the other.
float names_height(std::span<const lab::Curve> curves, float wrap) {
  float height = 0;
  for (const lab::Curve& c : curves)
    if (named_at_its_end(c)) height += lines_height(broken(c.name, wrap)) + 2;
  return height;
}

float wrap_in(float room) { return std::max(room - 14, 1.0f); }

// What stands at the end of a curve, or of several that end in one place.
struct EndLabel {
  const lab::Curve* curve;
  ImVec2 end;
  std::vector<std::string> lines;
  ImU32 colour;
  float y = 0;

  ImVec2 size() const {
    float widest = 0;
    for (const std::string& line : lines) widest = std::max(widest, text_size(line).x);
    return {widest, lines_height(lines)};
  }
};

// More names than there is height, or a word that is wider than they have room.
bool crowded(const Plot& p, const std::vector<EndLabel>& all, float wrap) {
  float height = 0, word = 0;
  for (const EndLabel& label : all) {
    height += lines_height(label.lines) + 2;
    word = std::max(word, widest_word(label.curve->name));
  }
  return height > p.inner.height() + 12 || word > wrap;
}

// Where many curves end in one place, one label names all of them: names of their own would stand
// far from it, at the ends of long lines.
void gather(std::vector<EndLabel>& all, float wrap, const Theme& t) {
  constexpr float together = 5;
  constexpr std::size_t many = 4;
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::size_t last = i;
    while (last + 1 < all.size() && all[last + 1].end.y - all[i].end.y <= together) ++last;
    if (last - i + 1 < many) continue;
    std::string names = std::to_string(last - i + 1) + " curves: ";
    for (std::size_t k = i; k <= last; ++k) names += (k == i ? "" : ", ") + all[k].curve->name;
    const float middle = 0.5f * (all[i].end.y + all[last].end.y);
    all[i].lines = broken(names, wrap);
    all[i].colour = t.text;
    all[i].y = middle - 0.5f * all[i].size().y;
    all.erase(all.begin() + static_cast<std::ptrdiff_t>(i) + 1,
              all.begin() + static_cast<std::ptrdiff_t>(last) + 1);
  }
}

// The names beside the plot, moved apart where ends meet.
void at_the_edge(const Plot& p, std::vector<EndLabel>& all, float wrap, Labels& labels,
                 const Theme& t) {
  const float title_end = p.area.box.min.y + 1.2f * em();
  const LeastType type(crowded(p, all, wrap));
  for (EndLabel& label : all) {
    label.lines = broken(label.curve->name, wrap);
    label.y = label.end.y - 0.5f * label.size().y;
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const EndLabel& a, const EndLabel& b) { return a.end.y < b.end.y; });
  gather(all, wrap, t);
  // Downwards until nothing overlaps, then back up from the bottom where that went too far.
  float free = p.inner.min.y - 4;
  for (EndLabel& label : all) free = (label.y = std::max(label.y, free)) + label.size().y + 2;
  free = p.inner.max.y + 3;  // off the numbers of the axis
  for (auto label = all.rbegin(); label != all.rend(); ++label)
    free = (label->y = std::min(label->y, free - label->size().y)) - 2;
  free = title_end;
  for (EndLabel& label : all) free = (label.y = std::max(label.y, free)) + label.size().y + 2;
  for (const EndLabel& label : all) {
    const ImVec2 size = label.size();
    const float x = std::min(label.end.x + 10, p.area.box.max.x - size.x);
    if (std::fabs(label.y + 0.5f * size.y - label.end.y) > 6)
      p.draw->AddLine(label.end, {x - 2, label.y + 0.5f * size.y}, faded(label.colour, 0.6f), 1);
    const Box box{{x, label.y}, {x + size.x, label.y + size.y}};
    p.draw->AddRectFilled({box.min.x - 2, box.min.y}, box.max, faded(t.surface, 0.85f), 3);
    float y = label.y;
    for (const std::string& line : label.lines) {
      draw_text(*p.draw, {x, y}, label.colour, line);
      y += em();
    }
    labels.keep_apart(box);
  }
}

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

float end_label_room(std::span<const lab::Curve> curves, float width, bool logarithmic) {
  Extent across;
  for (const lab::Curve& c : curves) across.add(c.x);
  constexpr double far = 0.4;  // of the width
  const double early = across.empty() ? 0 : across.high() - far * (across.high() - across.low());
  float widest = 0, word = 0;
  for (const lab::Curve& c : curves) {
    if (!named_at_its_end(c)) continue;
    if (across.high() > across.low() && last_place(c, logarithmic) < early) continue;
    widest = std::max(widest, text_size(c.name).x);
    word = std::max(word, widest_word(c.name));
  }
  if (widest <= 0) return 0;
  // A word is not broken: rather has the plot less room.
  return std::max(std::min(widest + 14, 0.34f * width), std::min(word + 14, 0.45f * width));
}

float end_labels_height(std::span<const lab::Curve> curves, float width, bool logarithmic) {
  const float room = end_label_room(curves, width, logarithmic);
  const float title = 1.2f * em(), axis = 2 * em();
  const LeastType type(true);
  const float names = names_height(curves, wrap_in(room));
  // Beneath them the numbers and the title of the axis along x.
  return names > 0 ? std::ceil(title + names + 12 + axis) : 0;
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
  std::vector<EndLabel> all, within;
  const float wrap = wrap_in(room);
  // The names at the edge of the plot keep their order; the others go where these leave room.
  constexpr float edge = 24;
  for (const lab::Curve& c : curves) {
    const int last = last_drawable(p, c);
    if (last < 0 || !named_at_its_end(c)) continue;
    const auto i = static_cast<std::size_t>(last);
    ImVec2 end = p.at(static_cast<double>(c.x[i]), static_cast<double>(c.y[i]));
    if (off_axis(p, c, end)) continue;
    end.y = std::clamp(end.y, p.inner.min.y, p.inner.max.y);
    if (!is_ghost(c.trace)) marker(*p.draw, end, 4, c.role, t.of(c.role));
    std::vector<EndLabel>& where = end.x < p.inner.max.x - edge ? within : all;
    where.push_back({&c, end, broken(c.name, wrap), t.of(c.role)});
  }
  at_the_edge(p, all, wrap, labels, t);
  for (const EndLabel& label : within) beside(p, *label.curve, label.end, labels, t);
}

}  // namespace ui
