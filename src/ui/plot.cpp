#include "ui/plot.h"

#include <algorithm>
#include <cmath>

#include "ui/zoom.h"

namespace ui {

namespace {

struct Margins {
  float left, right, top, bottom;
};

float widest(std::span<const Tick> all) {
  float width = 0;
  for (const Tick& tick : all) width = std::max(width, text_size(tick.label).x);
  return width;
}

float name_wrap(const Frame& f, float width) {
  const auto count = static_cast<float>(std::max<std::size_t>(f.names->size(), 1));
  return std::max(width / count - 6, 1.0f);
}

// Names under bars take one line or two.
float name_height(const Frame& f, float width) {
  const float em = ImGui::GetFontSize();
  if (f.names->size() > 16) return em;
  for (const std::string& name : *f.names) {
    const ImVec2 size = text_size(name, name_wrap(f, width));
    if (size.y > 1.5f * em && size.x <= name_wrap(f, width)) return 2 * em;
  }
  return em;
}

// As many ticks along x as leave a gap between their labels.
std::vector<Tick> ticks_for_width(const Range& range, float width) {
  const float em = ImGui::GetFontSize();
  for (int most = std::clamp(static_cast<int>(width / (3.2f * em)), 2, 12);; --most) {
    std::vector<Tick> all = ticks(range, most);
    const auto named =
        std::count_if(all.begin(), all.end(), [](const Tick& tick) { return !tick.label.empty(); });
    if (most <= 2 || (widest(all) + em) * static_cast<float>(named) <= width) return all;
  }
}

// Widens one range so that a unit is as long on both axes.
void equalise(Plot& p) {
  const double per_x = (p.x.high - p.x.low) / p.inner.width();
  const double per_y = (p.y.high - p.y.low) / p.inner.height();
  Range& narrow = per_x < per_y ? p.x : p.y;
  const double length = per_x < per_y ? per_y * p.inner.width() : per_x * p.inner.height();
  const double middle = 0.5 * (narrow.low + narrow.high);
  narrow.low = middle - 0.5 * length;
  narrow.high = middle + 0.5 * length;
}

void y_axis(const Plot& p, const Frame& f, std::span<const Tick> all, const Theme& t) {
  for (const Tick& tick : all) {
    const float y = std::round(p.py(tick.at));
    const ImU32 colour = tick.label.empty() ? faded(t.grid, 0.5f) : t.grid;
    p.draw->AddLine({p.inner.min.x, y}, {p.inner.max.x, y}, colour, 1);
    const ImVec2 size = text_size(tick.label);
    words(*p.draw, {p.inner.min.x - size.x - 6, y - 0.5f * size.y}, t.faint, tick.label);
  }
  words(*p.draw, p.area.box.min, t.faint, titled(f.y));
}

// Names under their bars, broken into lines; one that would run into the last one is left out,
// since pointing at its bar still tells it.
void names_axis(const Plot& p, const Frame& f, const Theme& t) {
  const float wrap = name_wrap(f, p.inner.width()), height = name_height(f, p.inner.width());
  float free = p.area.box.min.x;
  for (std::size_t i = 0; i < f.names->size(); ++i) {
    const std::string& name = (*f.names)[i];
    ImVec2 size = text_size(name, wrap);
    const bool fits = size.x <= wrap && size.y <= height;
    if (!fits) size = text_size(name);
    const float last = std::max(p.area.box.max.x - size.x, p.area.box.min.x);
    const float middle = p.px(static_cast<double>(i) + 0.5);
    const float x = std::clamp(middle - 0.5f * size.x, p.area.box.min.x, last);
    if (x < free) continue;
    words(*p.draw, {x, p.inner.max.y + 4}, t.faint, name, fits ? wrap : 0);
    free = x + size.x + 8;
  }
}

void x_axis(const Plot& p, const Frame& f, const Theme& t) {
  const float em = ImGui::GetFontSize();
  if (f.names) {
    names_axis(p, f, t);
  } else {
    for (const Tick& tick : ticks_for_width(p.x, p.inner.width())) {
      const float x = std::round(p.px(tick.at));
      const ImU32 colour = tick.label.empty() ? faded(t.grid, 0.5f) : t.grid;
      p.draw->AddLine({x, p.inner.min.y}, {x, p.inner.max.y}, colour, 1);
      const float half = 0.5f * text_size(tick.label).x;
      words(*p.draw, {x - half, p.inner.max.y + 4}, t.faint, tick.label);
    }
  }
  const std::string title = titled(f.x);
  const float width = text_size(title).x;
  const float middle = 0.5f * (p.inner.min.x + p.inner.max.x - width);
  const float x = std::max(p.area.box.min.x, std::min(middle, p.area.box.max.x - width));
  words(*p.draw, {x, p.area.box.max.y - em}, t.faint, title);
}

Margins margins(const Frame& f, std::span<const Tick> y_ticks, float width) {
  const float em = ImGui::GetFontSize(), left = widest(y_ticks) + 8;
  const float right = std::max(f.right_room, 1.0f * em);
  const float below = f.names ? name_height(f, width - left - right) : em;
  return {left, right, titled(f.y).empty() ? 0.6f * em : 1.7f * em,
          below + (titled(f.x).empty() ? 6 : 12 + em)};
}

void zero_lines(const Plot& p, const Theme& t) {
  const auto inside = [](const Range& r) { return !r.logarithmic && r.low <= 0 && r.high >= 0; };
  const float x = std::round(p.px(0)), y = std::round(p.py(0));
  if (inside(p.y)) p.draw->AddLine({p.inner.min.x, y}, {p.inner.max.x, y}, t.frame, 1);
  if (inside(p.x)) p.draw->AddLine({x, p.inner.min.y}, {x, p.inner.max.y}, t.frame, 1);
}

}  // namespace

float Plot::px(double value) const {
  const double share = std::clamp(x.share(value), -10.0, 11.0);
  return inner.min.x + static_cast<float>(share) * inner.width();
}

float Plot::py(double value) const {
  const double share = std::clamp(y.share(value), -10.0, 11.0);
  return inner.max.y - static_cast<float>(share) * inner.height();
}

Plot plot(const char* id, const Frame& f, ImVec2 size) {
  const Theme t = theme();
  const float em = ImGui::GetFontSize();
  Plot p;
  p.area = area(id, size);
  p.draw = ImGui::GetWindowDrawList();
  p.x = f.x_range;
  p.y = f.y_range;

  const int most = std::clamp(static_cast<int>(p.area.box.height() / (2.3f * em)), 3, 9);
  std::vector<Tick> y_ticks = ticks(p.y, most);
  const auto fit = [&] {
    const Margins m = margins(f, y_ticks, p.area.box.width());
    p.inner = {{p.area.box.min.x + m.left, p.area.box.min.y + m.top},
               {p.area.box.max.x - m.right, p.area.box.max.y - m.bottom}};
    p.inner.max.x = std::max(p.inner.max.x, p.inner.min.x + 8);
    p.inner.max.y = std::max(p.inner.max.y, p.inner.min.y + 8);
  };
  fit();
  // Other ticks change the margins and so the shape, a little: the second pass settles it.
  for (int pass = 0; f.equal && pass < 2; ++pass) {
    equalise(p);
    y_ticks = ticks(p.y, most);
    fit();
  }
  if (f.equal) equalise(p);
  p.zoomable = f.zoomable;
  const Zoom zoom = f.zoomable == Zoomable::no ? Zoom{} : kept_zoom(p.area.id);
  if (!zoom.whole()) {
    p.x = part(p.x, zoom.x0, zoom.x1);
    p.y = part(p.y, zoom.y0, zoom.y1);
    y_ticks = ticks(p.y, most);
    fit();
    if (f.equal) equalise(p);
  }
  y_axis(p, f, y_ticks, t);
  x_axis(p, f, t);
  zero_lines(p, t);
  return p;
}

float plot_height(float width) {
  const float em = ImGui::GetFontSize();
  return std::round(std::clamp(0.56f * width, 13 * em, 24 * em));
}

}  // namespace ui
