#include "ui/plots/curve.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "ui/frame/digits.h"

namespace ui {

std::size_t samples(const lab::Curve& c) { return std::min(c.x.size(), c.y.size()); }

bool drawable(const Plot& p, const lab::Curve& c, std::size_t i) {
  return std::isfinite(p.x.share(static_cast<double>(c.x[i]))) &&
         std::isfinite(p.y.share(static_cast<double>(c.y[i])));
}

ImU32 ink(const lab::Curve& c, const Theme& t) {
  return is_ghost(c.trace) ? ghost_ink(c.role, t) : t.of(c.role);
}

namespace {

// Of the points that fall on one column of pixels the first, the highest, the lowest and the last
// draw the same line as all of them.
class Thinned {
 public:
  void add(ImVec2 at) {
    const float column = std::floor(at.x);
    if (column != column_ || points_.empty()) {
      flush();
      column_ = column;
      points_.push_back(at);
      low_ = high_ = at;
      pending_ = false;
    }
    if (at.y < low_.y) low_ = at;
    if (at.y > high_.y) high_ = at;
    last_ = at;
    pending_ = true;
  }
  std::vector<ImVec2>& done() {
    flush();
    return points_;
  }

 private:
  void flush() {
    if (!pending_) return;
    const ImVec2 first = points_.back();
    for (const ImVec2& at : {low_, high_, last_}) {
      if (at.x != points_.back().x || at.y != points_.back().y) {
        if (at.x != first.x || at.y != first.y) points_.push_back(at);
      }
    }
    pending_ = false;
  }

  std::vector<ImVec2> points_;
  ImVec2 low_, high_, last_;
  float column_ = 0;
  bool pending_ = false;
};

float length(std::span<const ImVec2> points) {
  float sum = 0;
  for (std::size_t i = 1; i < points.size(); ++i)
    sum += std::hypot(points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
  return sum;
}

void dashed(ImDrawList& draw, std::span<const ImVec2> points, ImU32 colour, float thick, float on,
            float off) {
  float left = on;
  bool drawing = true;
  for (std::size_t i = 1; i < points.size(); ++i) {
    ImVec2 from = points[i - 1];
    const ImVec2 to = points[i];
    float length = std::hypot(to.x - from.x, to.y - from.y);
    while (length > 0) {
      const float part = std::min(left, length);
      const ImVec2 next{from.x + (to.x - from.x) * part / length,
                        from.y + (to.y - from.y) * part / length};
      if (drawing) draw.AddLine(from, next, colour, thick);
      from = next;
      length -= part;
      left -= part;
      if (left <= 0) drawing = !drawing, left = drawing ? on : off;
    }
  }
}

bool turns_back(ImVec2 a, ImVec2 b, ImVec2 c) {
  return (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y) < 0;
}

void stroke(const Plot& p, const lab::Curve& c, std::span<const ImVec2> points, ImU32 colour) {
  if (points.size() == 1) return marker(*p.draw, points[0], 3.5f, c.role, colour);
  // Dashes on a line that fills the plot would be noise, and many thousands of them.
  const bool short_enough = length(points) < 40 * p.inner.width();
  const bool ghost = is_ghost(c.trace);
  if (ghost && short_enough) return dashed(*p.draw, points, colour, 1.5f, 2, 3);
  if (c.dashed && short_enough) return dashed(*p.draw, points, colour, 2, 7, 5);
  // ImGui's joints grow spikes where a line turns back, as noise does; there a new stroke begins.
  std::size_t from = 0;
  for (std::size_t i = 1; i < points.size(); ++i) {
    if (i + 1 < points.size() && !turns_back(points[i - 1], points[i], points[i + 1])) continue;
    p.draw->AddPolyline(&points[from], static_cast<int>(i - from + 1), colour, ImDrawFlags_None,
                        ghost ? 1.0f : 2.0f);
    from = i;
  }
}

// Marks give way to each other where there are many.
float mark_radius(const Plot& p, const lab::Curve& c) {
  const float pitch = p.inner.width() / static_cast<float>(samples(c) + 1);
  return std::clamp(0.45f * pitch, 1.8f, 4.5f);
}

// A sample of its own: a mark, on a stem from zero or, on a logarithmic axis, from its foot.
void mark(const Plot& p, const lab::Curve& c, std::size_t i, ImU32 colour) {
  const ImVec2 at = p.at(static_cast<double>(c.x[i]), static_cast<double>(c.y[i]));
  const float radius = mark_radius(p, c);
  if (c.trace == lab::Trace::stems) {
    const float foot = p.py(p.y.logarithmic ? p.y.low : 0);
    p.draw->AddLine({at.x, foot}, at, faded(colour, 0.8f), radius < 2.5f ? 1.0f : 1.5f);
  }
  if (!is_ghost(c.trace)) return marker(*p.draw, at, radius, c.role, colour);
  const float half = 0.9f * radius;
  p.draw->AddRect({at.x - half, at.y - half}, {at.x + half, at.y + half}, colour, 0, 0, 1.2f);
}

void whisker(const Plot& p, float x, float top, float bottom, ImU32 colour) {
  p.draw->AddLine({x, top}, {x, bottom}, colour, 1.5f);
  for (const float y : {top, bottom}) p.draw->AddLine({x - 4, y}, {x + 4, y}, colour, 1.5f);
}

}  // namespace

long long curve(const Plot& p, const lab::Curve& c, const Theme& t) {
  if (c.trace == lab::Trace::region) return 0;
  const ImU32 colour = ink(c, t);
  long long odd = 0;
  float last_cross = -1e9f;
  Thinned run;
  const auto end_run = [&] {
    if (!run.done().empty()) stroke(p, c, run.done(), colour);
    run = {};
  };
  for (std::size_t i = 0; i < samples(c); ++i) {
    if (drawable(p, c, i) && !is_joined(c.trace)) {
      mark(p, c, i, colour);
      continue;
    }
    if (drawable(p, c, i)) {
      run.add(p.at(static_cast<double>(c.x[i]), static_cast<double>(c.y[i])));
      continue;
    }
    end_run();
    ++odd;
    const double x = static_cast<double>(c.x[i]);
    if (!std::isfinite(p.x.share(x)) || p.px(x) < last_cross + 9) continue;
    last_cross = p.px(x);
    cross(*p.draw, {last_cross, p.inner.max.y - 5}, 3.5f, colour);
  }
  end_run();
  return odd;
}

void beyond_axes(const Plot& p, const lab::Curve& c, Labels& labels, const Theme& t) {
  constexpr std::size_t most = 3;  // of many marks it does not matter which are out of sight
  if (c.trace != lab::Trace::marks && c.trace != lab::Trace::ghost_marks) return;
  if (samples(c) > most) return;
  for (std::size_t i = 0; i < samples(c); ++i) {
    const double x = static_cast<double>(c.x[i]), y = static_cast<double>(c.y[i]);
    if (std::isnan(x) || std::isnan(y)) continue;
    const AxisEnd along_x = axis_end(p.x, x), along_y = axis_end(p.y, y);
    if (along_x == AxisEnd::inside && along_y == AxisEnd::inside) continue;
    const ImVec2 at{along_x == AxisEnd::low    ? p.inner.min.x
                    : along_x == AxisEnd::high ? p.inner.max.x
                                               : p.px(x),
                    along_y == AxisEnd::low    ? p.inner.max.y
                    : along_y == AxisEnd::high ? p.inner.min.y
                                               : p.py(y)};
    const ImVec2 way = along_x != AxisEnd::inside
                           ? ImVec2(along_x == AxisEnd::low ? -1.0f : 1.0f, 0)
                           : ImVec2(0, along_y == AxisEnd::low ? 1.0f : -1.0f);
    edge_arrow(*p.draw, at, way, ink(c, t));
    const double value = along_x != AxisEnd::inside ? x : y;
    const std::string words = (c.name.empty() ? "" : c.name + ": ") + readable(value);
    const ImVec2 size = text_size(words);
    const float right = at.x + 12, left = at.x - 12 - size.x, level = at.y - 0.5f * size.y;
    const float above = at.y - size.y - 8, below = at.y + 8;
    const ImVec2 corners[] = {{right, level}, {left, level}, {right, above},
                              {right, below}, {left, above}, {left, below}};
    labels.write(words, t.of(c.role), corners);
  }
}

void band(const Plot& p, const lab::Curve& c, const Theme& t) {
  const std::size_t n = std::min({samples(c), c.low.size(), c.high.size()});
  const ImU32 colour = faded(t.of(c.role), 0.2f);
  // Soft edges of neighbours would lie on each other and show as seams.
  const ImDrawListFlags flags = p.draw->Flags;
  p.draw->Flags &= ~ImDrawListFlags_AntiAliasedFill;
  float last = -1e9f;
  bool open = false;
  ImVec2 top, bottom;
  for (std::size_t i = 0; i < n; ++i) {
    const double x = static_cast<double>(c.x[i]);
    const double low = static_cast<double>(c.low[i]), high = static_cast<double>(c.high[i]);
    if (!std::isfinite(p.x.share(x)) || !std::isfinite(p.y.share(high)) || std::isnan(low)) {
      open = false;
      continue;
    }
    if (open && i + 1 < n && p.px(x) - last < 1) continue;
    // On a logarithmic axis a band may reach below everything that it shows.
    const double floor = std::isfinite(p.y.share(low)) ? low : p.y.low;
    const ImVec2 next_top = p.at(x, high), next_bottom = p.at(x, floor);
    if (!is_joined(c.trace) && c.trace != lab::Trace::region) {
      whisker(p, next_top.x, next_top.y, next_bottom.y, t.of(c.role));
      continue;
    }
    if (open) {
      p.draw->AddQuadFilled(top, next_top, next_bottom, bottom, colour);
      // Where bands overlap, their edges tell them apart.
      const ImU32 rim = faded(t.of(c.role), 0.55f);
      p.draw->AddLine(top, next_top, rim, 1);
      p.draw->AddLine(bottom, next_bottom, rim, 1);
    }
    top = next_top, bottom = next_bottom, last = p.px(x), open = true;
  }
  p.draw->Flags = flags;
}

}  // namespace ui
