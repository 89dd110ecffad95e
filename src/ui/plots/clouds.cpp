// Points and arrows in a plane, as several shapes show them.

#include "ui/plots/clouds.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "ui/controls/wish.h"
#include "ui/frame/digits.h"
#include "ui/frame/readout.h"
#include "ui/plots/zoom.h"

namespace ui {

namespace {

std::size_t points(const lab::Cloud& c) { return std::min(c.x.size(), c.y.size()); }

int count(const Clouds& s) {
  std::size_t n = 0;
  for (const lab::Cloud& c : s) n += points(c);
  return static_cast<int>(n);
}

Which which(const Clouds& s, int index) {
  for (std::size_t c = 0; c < s.size(); ++c) {
    const int n = static_cast<int>(points(s[c]));
    if (index >= 0 && index < n) return {static_cast<int>(c), index};
    index -= n;
  }
  return {};
}

// The field that a point edits, or null.
const lab::Field* field_of(const Clouds& s, Which w, const Desk& desk) {
  return w.cloud < 0 ? nullptr : desk.field(s[static_cast<std::size_t>(w.cloud)].edit);
}

// The nearest point within reach of the pointer and nearer than `nearest`, or -1. Editable points
// reach further.
int point_under(const Clouds& s, const Plot& p, float nearest) {
  if (!p.area.hovered) return -1;
  int best = -1, index = 0;
  for (const lab::Cloud& c : s) {
    const float reach = c.edit.empty() ? 12.0f : 18.0f;
    for (std::size_t i = 0; i < points(c); ++i, ++index) {
      const ImVec2 at = p.at(static_cast<double>(c.x[i]), static_cast<double>(c.y[i]));
      const float away = std::hypot(at.x - p.area.mouse.x, at.y - p.area.mouse.y);
      if (away <= reach && away < nearest) nearest = away, best = index;
    }
  }
  return best;
}

lab::Matrix table_of(const lab::Field& field, const lab::Cloud& c) {
  const auto* table = std::get_if<lab::Table>(&field.slot);
  if (table && !table->value.empty()) return table->value;
  lab::Matrix m{static_cast<int>(points(c)), 2, {}};
  for (std::size_t i = 0; i < points(c); ++i) {
    m.values.push_back(static_cast<double>(c.x[i]));
    m.values.push_back(static_cast<double>(c.y[i]));
  }
  return m;
}

void wish_point(Desk& desk, const lab::Field& field, const lab::Cloud& c, int row, double x,
                double y) {
  lab::Matrix m = table_of(field, c);
  if (row >= m.rows || m.cols < 2) return;
  m.at(row, 0) = x;
  m.at(row, 1) = y;
  if (const auto text = matrix_text(field, std::move(m))) wish(desk, field, *text);
}

// Where the point in the hand is; asks for that place.
ImVec2 drag(const lab::Cloud& c, const lab::Field& field, const Plot& p, int row, Desk& desk) {
  const ImVec2 mouse{std::clamp(p.area.mouse.x, p.inner.min.x, p.inner.max.x),
                     std::clamp(p.area.mouse.y, p.inner.min.y, p.inner.max.y)};
  const Bounds allowed = bounds(field);
  const double step_x = std::fabs(p.x_at(mouse.x + 2) - p.x_at(mouse.x));
  const double step_y = std::fabs(p.y_at(mouse.y + 2) - p.y_at(mouse.y));
  const double x = allowed.clamp(to_step(p.x_at(mouse.x), step_x));
  const double y = allowed.clamp(to_step(p.y_at(mouse.y), step_y));
  wish_point(desk, field, c, row, x, y);
  return p.at(x, y);
}

// The point `by` before `to` on the way there: an arrow ends where the ring around its point
// begins.
ImVec2 short_of(ImVec2 to, ImVec2 from, float by) {
  const float length = std::hypot(to.x - from.x, to.y - from.y);
  if (!(length > by)) return from;
  const float share = by / length;
  return {to.x + (from.x - to.x) * share, to.y + (from.y - to.y) * share};
}

// The points of another run: rings, and arrows of dots.
void draw_ghosts(const lab::Cloud& c, const Plot& p, int loud, const Theme& t) {
  const ImU32 colour = ghost_ink(c.role, t);
  for (std::size_t i = 0; i < points(c); ++i) {
    const double x = static_cast<double>(c.x[i]), y = static_cast<double>(c.y[i]);
    if (!std::isfinite(p.x.share(x)) || !std::isfinite(p.y.share(y))) continue;
    const ImVec2 at = p.at(x, y);
    if (c.arrows) dashed_line(*p.draw, p.at(0, 0), short_of(at, p.at(0, 0), 5), colour, 1.5f, 3);
    p.draw->AddCircle(at, static_cast<int>(i) == loud ? 6.5f : 5.0f, colour, 0, 1.5f);
  }
}

// Beside the point, or in a crowd some lines away at the end of a thin line.
void name_point(const std::string& name, ImVec2 at, const Plot& p, ImU32 colour, Labels& labels) {
  if (name.empty()) return;
  constexpr float beside = 9;
  const ImVec2 size = text_size(name);
  // Outwards from the origin first: there an arrow's label never lies on its arrow.
  const bool right = at.x >= p.px(0), above = at.y <= p.py(0);
  const float sides[] = {right ? beside : -size.x - beside, right ? -size.x - beside : beside};
  const float up = at.y - size.y - 4, down = at.y + 4;
  std::vector<ImVec2> corners;
  for (const float side : sides)
    for (const float y : {above ? up : down, above ? down : up})
      corners.push_back({at.x + side, y});
  for (int lines = 1; lines <= 6; ++lines)
    for (const float far : {up - static_cast<float>(lines) * 1.1f * size.y,
                            down + static_cast<float>(lines) * 1.1f * size.y})
      for (const float side : sides) corners.push_back({at.x + side, far});
  const Box box = labels.write(name, colour, corners);
  const ImVec2 end{std::clamp(at.x, box.min.x, box.max.x), std::clamp(at.y, box.min.y, box.max.y)};
  if (std::hypot(end.x - at.x, end.y - at.y) > 1.5f * beside)
    p.draw->AddLine(at, end, faded(colour, 0.6f));
}

// A line from each point to the next, with a head in its middle where it is long enough for one.
void draw_way(const lab::Cloud& c, const Plot& p, ImU32 colour) {
  constexpr float least = 14, half = 4.5f;
  for (std::size_t i = 0; i + 1 < points(c); ++i) {
    const ImVec2 from = p.at(static_cast<double>(c.x[i]), static_cast<double>(c.y[i]));
    const ImVec2 to = p.at(static_cast<double>(c.x[i + 1]), static_cast<double>(c.y[i + 1]));
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    if (!std::isfinite(length)) continue;
    p.draw->AddLine(from, to, faded(colour, 0.75f), 1.5f);
    if (length < least) continue;
    const ImVec2 way{(to.x - from.x) / length, (to.y - from.y) / length};
    const ImVec2 middle{0.5f * (from.x + to.x), 0.5f * (from.y + to.y)};
    const ImVec2 foot{middle.x - half * way.x, middle.y - half * way.y};
    p.draw->AddTriangleFilled({middle.x + half * way.x, middle.y + half * way.y},
                              {foot.x - half * way.y, foot.y + half * way.x},
                              {foot.x + half * way.y, foot.y - half * way.x}, colour);
  }
}

void draw_cloud(const lab::Cloud& c, const Plot& p, int loud, int held, ImVec2 hand, const Theme& t,
                Labels& labels) {
  if (c.ghost) return draw_ghosts(c, p, loud, t);
  const ImU32 colour = t.of(c.role);
  const bool many = points(c) > 200;
  if (c.way) draw_way(c, p, colour);
  for (std::size_t i = 0; i < points(c); ++i) {
    const double x = static_cast<double>(c.x[i]), y = static_cast<double>(c.y[i]);
    if (!std::isfinite(p.x.share(x)) || !std::isfinite(p.y.share(y))) continue;
    const int index = static_cast<int>(i);
    const ImVec2 at = index == held ? hand : p.at(x, y);
    const bool lit = index == c.lit, strong = lit || index == loud || index == held;
    if (c.arrows)
      arrow(*p.draw, p.at(0, 0), short_of(at, p.at(0, 0), c.edit.empty() ? 0.0f : 8.0f), colour,
            strong ? 3.0f : 2.0f);
    // Of a way the ends stand out.
    const bool between = c.way && i > 0 && i + 1 < points(c);
    const float radius = strong ? 6.5f : many || between ? 3.0f : 5.0f;
    if (!c.arrows) marker(*p.draw, at, radius, c.role, colour);
    if (!c.edit.empty()) {
      p.draw->AddCircleFilled(at, strong ? 7.5f : 6.0f, t.surface);
      p.draw->AddCircle(at, strong ? 7.5f : 6.0f, colour, 0, 2);
      marker(*p.draw, at, strong ? 4.0f : 3.0f, c.role, colour);
    }
    if (lit) p.draw->AddCircle(at, 10, t.accent, 0, 2);
    if (i < c.labels.size() && !many) name_point(c.labels[i], at, p, colour, labels);
  }
}

// Where markers stand no label does, whichever of them is drawn first.
void keep_off_markers(const lab::Cloud& c, const Plot& p, Labels& labels) {
  constexpr float radius = 5;
  if (c.labels.empty() || c.ghost) return;
  for (std::size_t i = 0; i < points(c); ++i) {
    const ImVec2 at = p.at(static_cast<double>(c.x[i]), static_cast<double>(c.y[i]));
    if (std::isfinite(at.x) && std::isfinite(at.y))
      labels.keep_clear({{at.x - radius, at.y - radius}, {at.x + radius, at.y + radius}});
  }
}

void read_point(const lab::Axis& x_axis, const lab::Axis& y_axis, const Clouds& s, const Plot& p,
                Which w, const Theme& t) {
  const lab::Cloud& c = s[static_cast<std::size_t>(w.cloud)];
  const auto i = static_cast<std::size_t>(w.point);
  const double x = static_cast<double>(c.x[i]), y = static_cast<double>(c.y[i]);
  const bool named = i < c.labels.size() && !c.labels[i].empty();
  std::string name = named ? c.labels[i] : c.name + " " + readable(w.point + 1);
  if (!c.edit.empty()) name += ", drag to move";
  const ReadLine lines[] = {{name, t.of(c.role)},
                            {x_axis.label + " " + readable(x, 7)},
                            {y_axis.label + " " + readable(y, 7)}};
  if (std::isfinite(p.x.share(x)) && std::isfinite(p.y.share(y))) readout(p.at(x, y), lines);
}

}  // namespace

void add_clouds(const Clouds& clouds, Extent& across, Extent& up) {
  for (const lab::Cloud& c : clouds) {
    across.add(c.x), up.add(c.y);
    if (c.arrows) across.add(0), up.add(0);
  }
}

bool holds_point(ImGuiID own) { return kept(own, "point", -1) >= 0; }

CloudHand move_points(const Clouds& clouds, const Plot& p, Desk& desk, float rival) {
  const ImGuiID own = p.area.id;
  const int before = kept(own, "point", -1), under = point_under(clouds, p, rival);
  int held = p.area.held ? before : -1;
  if (p.area.pressed && field_of(clouds, which(clouds, under), desk)) {
    held = under;
    keep_ranges(p);
  }
  if (held != before) keep(own, "point", held);

  CloudHand hand;
  hand.held = which(clouds, held);
  hand.read = which(clouds, cursor(p.area, under, count(clouds), desk.stamp));
  hand.over = under >= 0;
  const lab::Field* const field = field_of(clouds, hand.held, desk);
  if (!field) hand.held = {};
  if (field)
    hand.at =
        drag(clouds[static_cast<std::size_t>(hand.held.cloud)], *field, p, hand.held.point, desk);
  if (field || field_of(clouds, which(clouds, under), desk))
    ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
  return hand;
}

void draw_clouds(const Clouds& clouds, const Plot& p, const CloudHand& hand, Labels& labels,
                 const Theme& t) {
  std::vector<std::size_t> order;
  for (const bool ghosts : {true, false})
    for (std::size_t c = 0; c < clouds.size(); ++c)
      if (clouds[c].ghost == ghosts) order.push_back(c);
  for (const lab::Cloud& c : clouds) keep_off_markers(c, p, labels);
  for (const std::size_t c : order) {
    const int index = static_cast<int>(c);
    draw_cloud(clouds[c], p, hand.read.cloud == index ? hand.read.point : -1,
               hand.held.cloud == index ? hand.held.point : -1, hand.at, t, labels);
  }
}

void read_points(const lab::Axis& x, const lab::Axis& y, const Clouds& clouds, const Plot& p,
                 const CloudHand& hand, const Theme& t) {
  if (hand.read.cloud >= 0 && !hand.busy()) read_point(x, y, clouds, p, hand.read, t);
}

Legend cloud_legend(const Clouds& s, const lab::Axis& upright, float width) {
  const Theme t = theme();
  std::vector<LegendName> names;
  for (const lab::Cloud& c : s) {
    if (!c.labels.empty() && !c.ghost) continue;
    names.push_back({c.name, t.of(c.role), LegendName::marker, c.role});
    if (c.ghost) names.back().mark = LegendName::ring;
  }
  return {std::move(names), width, text_size(titled(upright)).x};
}

}  // namespace ui
