#include "ui/plots/plot.h"

#include <algorithm>
#include <cmath>

#include "ui/frame/wrapping.h"
#include "ui/plots/zoom.h"

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

// Between the names of neighbouring bars.
constexpr float between_names = 6;

// How names stand under their bars: beside each other, where they may take two lines, or by turns
// in several rows. A word is never broken.
struct NameRows {
  float wrap = 0;  // a name's own width
  bool two_lines = false;
  int turns = 1;
};

NameRows name_rows(const std::vector<std::string>& names, float width) {
  NameRows rows;
  const auto count = static_cast<float>(std::max<std::size_t>(names.size(), 1));
  rows.wrap = std::max(width / count - between_names, 1.0f);
  if (names.size() > 16) return rows;
  bool whole = true;
  float widest = 0;
  for (const std::string& name : names) {
    const ImVec2 size = text_size(name, rows.wrap);
    rows.two_lines = rows.two_lines || size.y > 1.5f * ImGui::GetFontSize();
    whole = whole && widest_word(name) <= rows.wrap && size.y < 2.5f * ImGui::GetFontSize();
    widest = std::max(widest, text_size(name).x);
  }
  if (whole) return rows;
  constexpr int most_turns = 6;
  const int turns = static_cast<int>(std::ceil((widest + between_names) * count / width));
  return {rows.wrap, false, turns <= most_turns ? turns : 1};
}

float name_height(const std::vector<std::string>& names, float width) {
  const NameRows rows = name_rows(names, width);
  return static_cast<float>(rows.two_lines ? 2 : rows.turns) * ImGui::GetFontSize();
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

// From the axis to the words under it, so far that the lowest number beside it is not in their way.
float under_axis() { return std::max(4.0f, 0.3f * em()); }

void y_axis(const Plot& p, const Frame& f, std::span<const Tick> all, const Theme& t) {
  float free = 1e9f;  // from below: above what is written already
  for (const Tick& tick : all) {
    const float y = std::round(p.py(tick.at));
    const ImU32 colour = tick.label.empty() ? faded(t.grid, 0.5f) : t.grid;
    p.draw->AddLine({p.inner.min.x, y}, {p.inner.max.x, y}, colour, 1);
    const ImVec2 size = text_size(tick.label);
    if (tick.label.empty() || y + 0.5f * size.y > free) continue;
    draw_text(*p.draw, {p.inner.min.x - size.x - 6, y - 0.5f * size.y}, t.faint, tick.label);
    free = y - 0.5f * size.y;
  }
  draw_text(*p.draw, p.area.box.min, t.faint, titled(f.y));
}

// Names under their bars; one that would run into the last one of its row is left out, since
// pointing at its bar still tells it.
void names_axis(const Plot& p, const Frame& f, const Theme& t) {
  const NameRows rows = name_rows(*f.names, p.inner.width());
  std::vector<float> free(static_cast<std::size_t>(rows.turns), p.area.box.min.x);
  for (std::size_t i = 0; i < f.names->size(); ++i) {
    const std::string& name = (*f.names)[i];
    const std::size_t row = i % free.size();
    const float wrap = rows.two_lines ? rows.wrap : 0;
    const ImVec2 size = text_size(name, wrap);
    const float last = std::max(p.area.box.max.x - size.x, p.area.box.min.x);
    const float middle = p.px(static_cast<double>(i) + 0.5);
    const float x = std::clamp(middle - 0.5f * size.x, p.area.box.min.x, last);
    if (x < free[row]) continue;
    const float y = p.inner.max.y + under_axis() + static_cast<float>(row) * ImGui::GetFontSize();
    if (row > 0) p.draw->AddLine({middle, p.inner.max.y}, {middle, y}, t.grid);
    draw_text(*p.draw, {x, y}, t.faint, name, wrap);
    free[row] = x + size.x + between_names - 0.5f;
  }
}

void x_axis(const Plot& p, const Frame& f, const Theme& t) {
  const float em = ImGui::GetFontSize();
  if (f.names) {
    names_axis(p, f, t);
  } else {
    float free = p.area.box.min.x;
    for (const Tick& tick : ticks_for_width(p.x, p.inner.width())) {
      const float x = std::round(p.px(tick.at));
      const ImU32 colour = tick.label.empty() ? faded(t.grid, 0.5f) : t.grid;
      p.draw->AddLine({x, p.inner.min.y}, {x, p.inner.max.y}, colour, 1);
      const float width = text_size(tick.label).x;
      const float left =
          std::max(std::min(x - 0.5f * width, p.area.box.max.x - width), p.area.box.min.x);
      if (tick.label.empty() || left < free) continue;
      draw_text(*p.draw, {left, p.inner.max.y + under_axis()}, t.faint, tick.label);
      free = left + width + 0.4f * em;
    }
  }
  const std::string title = titled(f.x);
  const float width = text_size(title).x;
  const float middle = 0.5f * (p.inner.min.x + p.inner.max.x - width);
  const float x = std::max(p.area.box.min.x, std::min(middle, p.area.box.max.x - width));
  draw_text(*p.draw, {x, p.area.box.max.y - em}, t.faint, title);
}

Margins margins(const Frame& f, std::span<const Tick> y_ticks, float width) {
  const float em = ImGui::GetFontSize(), left = widest(y_ticks) + 8;
  const float right = std::max(f.right_room, 1.0f * em);
  const float below = f.names ? name_height(*f.names, width - left - right) : em;
  return {left, right, f.head + (titled(f.y).empty() && f.head == 0 ? 0.6f : 1.7f) * em,
          below + under_axis() + (titled(f.x).empty() ? 2 : 8 + em)};
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

AxisEnd axis_end(const Range& axis, double value) {
  if (axis.logarithmic && value <= 0) return AxisEnd::low;
  const double share = axis.share(value);
  if (share < -1e-9) return AxisEnd::low;
  return share > 1 + 1e-9 ? AxisEnd::high : AxisEnd::inside;
}

void edge_arrow(ImDrawList& draw, ImVec2 tip, ImVec2 way, ImU32 colour) {
  const ImVec2 side{way.y, way.x};
  draw.AddTriangleFilled(tip, {tip.x - 9 * way.x + 6 * side.x, tip.y - 9 * way.y + 6 * side.y},
                         {tip.x - 9 * way.x - 6 * side.x, tip.y - 9 * way.y - 6 * side.y}, colour);
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

float plot_height(float width, const std::vector<std::string>& names) {
  // The numbers and the names at either side take about this much of the width.
  constexpr float sides = 0.2f;
  const float below = names.empty() ? 0 : name_height(names, (1 - sides) * width) - em();
  return plot_height(width) + std::max(below, 0.0f);
}

float least_plot_height() { return 10 * ImGui::GetFontSize(); }

float plot_height(float width) {
  const float em = ImGui::GetFontSize();
  return std::round(std::clamp(0.56f * width, 13 * em, 24 * em));
}

}  // namespace ui
