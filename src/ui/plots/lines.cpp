// Curves with their bands, named at their ends; reference lines; a handle that is dragged along x.

#include "ui/plots/lines.h"

#include <algorithm>
#include <cmath>

#include "ui/controls/wish.h"
#include "ui/frame/digits.h"
#include "ui/frame/readout.h"
#include "ui/plots/curve.h"
#include "ui/plots/curve_labels.h"
#include "ui/plots/guess.h"
#include "ui/plots/plot.h"
#include "ui/plots/zoom.h"

namespace ui {

namespace {

Extent extent_x(const lab::Lines& s) {
  Extent e;
  for (const lab::Curve& c : s.curves) e.add(c.x);
  for (const lab::Rule& rule : s.rules) {
    if (rule.upright) e.add(rule.at);
  }
  if (!s.handle.drag.empty()) e.add(s.handle.at);
  return e;
}

Extent extent_y(const lab::Lines& s) {
  Extent e;
  for (const lab::Curve& c : s.curves) {
    e.add(c.y), e.add(c.low), e.add(c.high);
    if (c.trace == lab::Trace::stems) e.add(0);
  }
  for (const lab::Rule& rule : s.rules) {
    if (!rule.upright) e.add(rule.at);
  }
  return e;
}

// Curves fill the width: room at the sides would read as missing data.
Range along_x(const lab::Lines& s) {
  const Extent e = extent_x(s);
  if (s.x.low < s.x.high || e.empty() || e.low() == e.high()) return fitted(s.x, e, false);
  if (!s.x.logarithmic) return {e.low(), e.high(), false, e.whole()};
  const double low = e.smallest_positive();
  return low > 0 && low < e.high() ? Range{low, e.high(), true, e.whole()} : fitted(s.x, e, false);
}

const lab::Curve* longest(const lab::Lines& s) {
  const lab::Curve* best = nullptr;
  for (const lab::Curve& c : s.curves) {
    if (!best || c.x.size() > best->x.size()) best = &c;
  }
  return best;
}

// The sample of a curve whose x is nearest to `x`, or -1.
int nearest(const lab::Curve& c, double x) {
  int best = -1;
  double distance = 0;
  for (std::size_t i = 0; i < std::min(c.x.size(), c.y.size()); ++i) {
    const double d = std::fabs(static_cast<double>(c.x[i]) - x);
    if (std::isfinite(d) && (best < 0 || d < distance)) best = static_cast<int>(i), distance = d;
  }
  return best;
}

void read_out(const lab::Lines& s, const Plot& p, double x, const Theme& t) {
  const bool brief = short_of_room(p.inner.width());
  const int digits = brief ? 4 : 7;
  std::vector<ReadLine> lines = {{(brief ? "at" : s.x.label) + " " + readable(x, digits)}};
  const float px = p.px(x);
  float top = p.inner.max.y;
  p.draw->AddLine({px, p.inner.min.y}, {px, p.inner.max.y}, faded(t.text, 0.45f), 1);
  for (const lab::Curve& c : s.curves) {
    const int i = c.trace == lab::Trace::region ? -1 : nearest(c, x);
    if (i < 0) continue;
    const auto at = static_cast<std::size_t>(i);
    const double cx = static_cast<double>(c.x[at]), cy = static_cast<double>(c.y[at]);
    // A curve without a sample near the line is not read out: it would speak of another place.
    if (std::fabs(p.px(cx) - px) > 12) continue;
    std::string text = (c.name.empty() ? s.y.label : c.name) + " " +
                       (std::isnan(cy) ? "is not finite" : readable(cy, digits));
    if (!brief && at < c.low.size() && at < c.high.size())
      text += " (" + readable(static_cast<double>(c.low[at])) + " to " +
              readable(static_cast<double>(c.high[at])) + ")";
    lines.push_back({text, ink(c, t)});
    if (!std::isfinite(p.y.share(cy))) continue;
    const ImVec2 dot{p.px(cx), std::clamp(p.py(cy), p.inner.min.y, p.inner.max.y)};
    p.draw->AddCircleFilled(dot, 5.5f, t.surface);
    marker(*p.draw, dot, 4.5f, c.role, ink(c, t));
    top = std::min(top, dot.y);
  }
  readout({px, top}, lines);
}

// The x of the sample to read out, NaN for none.
double read_at(const lab::Lines& s, const Plot& p, std::uint64_t stamp) {
  const lab::Curve* c = longest(s);
  if (!c) return std::nan("");
  const bool over =
      p.area.hovered && p.area.mouse.x >= p.inner.min.x - 6 && p.area.mouse.x <= p.inner.max.x + 6;
  const int pointed = over ? nearest(*c, p.x_at(p.area.mouse.x)) : -1;
  const int i = cursor(p.area, pointed, static_cast<int>(c->x.size()), stamp);
  return i < 0 ? std::nan("") : static_cast<double>(c->x[static_cast<std::size_t>(i)]);
}

// Where the handle stands: at the edge where its value is off the axis.
float handle_x(const Plot& p, double at) {
  const AxisEnd where = axis_end(p.x, at);
  if (where == AxisEnd::low) return p.inner.min.x;
  return where == AxisEnd::high ? p.inner.max.x : std::round(p.px(at));
}

// Says what the handle's value is where the axis does not reach it.
void off_axis(const Plot& p, double at, float x, float y, Labels& labels, const Theme& t) {
  const AxisEnd where = axis_end(p.x, at);
  if (where == AxisEnd::inside) return;
  const float way = where == AxisEnd::low ? -1 : 1;
  edge_arrow(*p.draw, {x + 18 * way, y}, {way, 0}, t.accent);
  const std::string words = readable(at);
  const ImVec2 size = text_size(words);
  const float inside = where == AxisEnd::low ? x + 12 : x - 12 - size.x;
  std::vector<ImVec2> corners;
  for (const float up : {0.5f, 1.7f, 2.9f, 4.1f}) corners.push_back({inside, y - up * size.y});
  labels.write(words, t.accent, corners);
}

// The handle follows the pointer while it is held, and the report otherwise. Says whether it is in
// the hand or under it, so that nothing else answers.
bool handle(const lab::Lines& s, const Plot& p, Desk& desk, Labels& labels, const Theme& t) {
  const lab::Field* field = desk.field(s.handle.drag);
  if (!field) return false;
  const bool near = std::fabs(p.area.mouse.x - handle_x(p, s.handle.at)) < 14 &&
                    p.area.mouse.y > p.inner.min.y - 10 && p.area.mouse.y < p.inner.max.y + 14;
  const bool dragging = p.area.held && (p.area.pressed ? near : kept(p.area.id, "handle") != 0);
  if (p.area.pressed) keep(p.area.id, "handle", dragging);

  double at = s.handle.at;
  if (dragging) {
    at = bounds(*field).clamp(p.x_at(std::clamp(p.area.mouse.x, p.inner.min.x, p.inner.max.x)));
    const double pixel = std::fabs(p.x_at(p.px(at) + 1) - at);
    const double tidy = to_step(at, pixel);
    if (const auto text = number_text(*field, tidy)) wish(desk, *field, *text);
  }
  if (p.area.double_clicked && near) wish(desk, *field, lab::text(field->initial));
  const bool loud = dragging || (p.area.hovered && near);
  if (loud) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
  if (std::isnan(at)) return loud;

  const float x = handle_x(p, at), y = p.inner.max.y - 2;
  const ImU32 colour = loud ? mix(t.accent, t.text, 0.3f) : t.accent;
  p.draw->AddLine({x, p.inner.min.y}, {x, p.inner.max.y}, colour, 2);
  p.draw->AddRectFilled({x - 6, y - 22}, {x + 6, y}, colour, 4);
  for (const float dx : {-2.0f, 2.0f})
    p.draw->AddLine({x + dx, y - 16}, {x + dx, y - 6}, t.on_accent, 1);
  off_axis(p, at, x, y - 11, labels, t);
  if (loud) {
    const ReadLine line[] = {{field->label + ": " + readable(at)}};
    readout({x, p.inner.min.y + 20}, line);
  }
  return loud;
}

}  // namespace

float Widget<lab::Lines>::height(const lab::Lines& s, float width) {
  return std::max(plot_height(width), end_labels_height(s.curves, width, s.y.logarithmic));
}

float Widget<lab::Lines>::least_height(const lab::Lines& s, float width) {
  return std::max(least_plot_height(), end_labels_height(s.curves, width, s.y.logarithmic));
}

void Widget<lab::Lines>::draw(const char* id, const lab::Lines& s, ImVec2 size, Desk& desk) {
  const Theme t = theme();
  const float room = end_label_room(s.curves, size.x, s.y.logarithmic);
  const Plot p = plot(id,
                      {.x = s.x,
                       .y = s.y,
                       .x_range = along_x(s),
                       .y_range = fitted(s.y, extent_y(s), false),
                       .right_room = room,
                       .zoomable = Zoomable::both},
                      size);
  long long odd = 0;
  p.draw->PushClipRect({p.inner.min.x - 3, p.inner.min.y - 3},
                       {p.inner.max.x + 3, p.inner.max.y + 3}, true);
  for (const lab::Curve& c : s.curves) band(p, c, t);
  rule_lines(p, s.rules);  // beneath the curves: one that lies on its reference is seen
  for (const lab::Curve& c : s.curves) odd += curve(p, c, t);
  p.draw->PopClipRect();

  Labels labels(p);
  for (const lab::Curve& c : s.curves) keep_clear(p, c, labels);
  if (!s.handle.drag.empty()) {
    const float x = handle_x(p, s.handle.at);
    labels.keep_off({{x - 8, p.inner.min.y}, {x + 8, p.inner.max.y}});
  }
  keep_clear(p, s.rules, labels);
  guess_line(p, desk, labels);
  end_labels(p, s.curves, room, labels, t);
  for (const lab::Curve& c : s.curves) beyond_axes(p, c, labels, t);
  region_names(p, s.curves, labels, t);
  rule_names(p, s.rules, labels);
  guess_words(p, desk, labels);
  if (odd > 0) note(p, counted(odd, "value is not finite", "values are not finite"));
  const bool busy = handle(s, p, desk, labels, t);
  const double x = read_at(s, p, desk.stamp);
  if (!busy && p.x.share(x) >= -1e-6 && p.x.share(x) <= 1 + 1e-6) read_out(s, p, x, t);
  navigate(p, busy, x, desk);
}

}  // namespace ui
