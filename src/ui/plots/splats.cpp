// The points are drawn once, into a texture that stands while they, the view and the theme do;
// ellipses, names and the cross-hair lie over it.

#include "ui/plots/splats.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include "gfx/cache.h"
#include "gfx/splats.h"
#include "ui/frame/digits.h"
#include "ui/maps/shades.h"
#include "ui/plots/crosshair.h"
#include "ui/plots/plot_labels.h"
#include "ui/plots/zoom.h"

namespace ui {

namespace {

// The colours of the classes in turn, the clearest first.
constexpr std::array<lab::Role, gfx::splat_colours> hues = {
    lab::Role::prediction, lab::Role::activation, lab::Role::input, lab::Role::weight,
    lab::Role::gradient,   lab::Role::neutral,    lab::Role::target};

ImU32 class_hue(std::size_t c, const Theme& t) { return t.of(hues[c % hues.size()]); }

std::size_t points(const lab::Splats& s) {
  return std::min({s.px.size(), s.py.size(), s.of.size()});
}

std::size_t ellipses(const lab::Ellipses& e) {
  return std::min({e.x.size(), e.y.size(), e.a.size(), e.b.size(), e.angle.size()});
}

// Three planes of x, y and class, a row of the texture full of points at a time. The points come in
// an order that mixes them, so that no class lies over the others because it came last.
gfx::Planes packed(const lab::Splats& s, std::vector<float>& room) {
  constexpr std::size_t cols = 1024;
  const std::size_t n = points(s), rows = std::max<std::size_t>(1, (n + cols - 1) / cols);
  const std::size_t cells = rows * cols;
  room.assign(3 * cells, std::numeric_limits<float>::quiet_NaN());
  // A step near the golden section of the whole that has no divisor in common with it meets each
  // point once.
  std::size_t step = static_cast<std::size_t>(0.618 * static_cast<double>(n)) + 1;
  while (n > 0 && std::gcd(step, n) != 1) ++step;
  for (std::size_t i = 0, at = 0; i < n; ++i, at = (at + step) % n) {
    room[i] = s.px[at];
    room[cells + i] = s.py[at];
    room[2 * cells + i] = static_cast<float>(s.of[at]);
  }
  const std::span<const float> all(room);
  return {static_cast<int>(rows),
          static_cast<int>(cols),
          {all.subspan(0, cells), all.subspan(cells, cells), all.subspan(2 * cells, cells)}};
}

// The size of a marker and how dense it is, so that few points are plain to see and many show where
// they are many.
struct Weight {
  float radius, opacity;
};

Weight weight(std::size_t n, const Plot& p, const Zoom& zoom) {
  const double seen = static_cast<double>(n) * (zoom.x1 - zoom.x0) * (zoom.y1 - zoom.y0);
  const float room = std::sqrt(p.inner.width() * p.inner.height() / static_cast<float>(seen + 1));
  const float radius = std::clamp(0.2f * room, 1.2f, 5.0f);
  const float layers = 3.14f * radius * radius / (room * room);
  return {radius, std::clamp(0.32f / std::sqrt(layers + 0.01f), 0.16f, 0.9f)};
}

void draw_points(const lab::Splats& s, const Plot& p, Weight w, Desk& desk, const Theme& t) {
  if (!desk.gfx) return;
  const float ratio = pixel_ratio();
  // The picture covers whole pixels, so that what is drawn is what is seen.
  const ImVec2 from{std::round(p.inner.min.x * ratio), std::round(p.inner.min.y * ratio)};
  const ImVec2 to{std::round(p.inner.max.x * ratio), std::round(p.inner.max.y * ratio)};
  gfx::SplatLook look;
  look.scale_x =
      static_cast<float>(static_cast<double>(p.inner.width() * ratio) / (p.x.high - p.x.low));
  look.scale_y =
      -static_cast<float>(static_cast<double>(p.inner.height() * ratio) / (p.y.high - p.y.low));
  look.offset_x = p.inner.min.x * ratio - from.x - static_cast<float>(p.x.low) * look.scale_x;
  look.offset_y = p.inner.max.y * ratio - from.y - static_cast<float>(p.y.low) * look.scale_y;
  look.radius = w.radius * ratio;
  look.opacity = w.opacity;
  for (std::size_t i = 0; i < hues.size(); ++i) look.colours[i] = rgb(t.of(hues[i]));

  std::vector<float> room;
  const gfx::Values values(desk.stamp, [&] { return packed(s, room); });
  const GLuint texture =
      desk.gfx->drawn<gfx::SplatPass>(p.area.id, values,
                                      {std::max(1, static_cast<int>(to.x - from.x)),
                                       std::max(1, static_cast<int>(to.y - from.y)), look});
  if (texture)
    p.draw->AddImage(static_cast<ImTextureID>(texture), {from.x / ratio, from.y / ratio},
                     {to.x / ratio, to.y / ratio});
  else
    draw_text(*p.draw, p.inner.min, t.text, desk.gfx->error(), p.inner.width());
}

// More would cover each other; the legend says how many are shown.
std::size_t each_of(const lab::Ellipses& e) { return ellipses(e) / 500 + 1; }

std::string legend_name(const lab::Ellipses& e) {
  const std::size_t each = each_of(e);
  if (each == 1 || e.name.empty()) return e.name;
  return e.name + ", 1 of " + readable(static_cast<double>(each)) + " shown";
}

void draw_ellipses(const lab::Ellipses& e, const Plot& p, const Theme& t) {
  constexpr int corners = 96;
  // A few stand out from a dense cloud; many would hide it.
  const bool few = ellipses(e) < 20;
  const ImU32 colour = faded(t.of(e.role), few ? 1.0f : 0.6f);
  for (std::size_t i = 0; i < ellipses(e); i += each_of(e)) {
    std::array<ImVec2, corners> at;
    bool sound = true;
    for (int k = 0; k < corners; ++k) {
      const float turn = 6.2831853f * static_cast<float>(k) / corners;
      const float along = e.a[i] * std::cos(turn), across = e.b[i] * std::sin(turn);
      const float cosine = std::cos(e.angle[i]), sine = std::sin(e.angle[i]);
      const double x = static_cast<double>(e.x[i] + along * cosine - across * sine);
      const double y = static_cast<double>(e.y[i] + along * sine + across * cosine);
      sound = sound && std::isfinite(x) && std::isfinite(y);
      at[static_cast<std::size_t>(k)] = p.at(x, y);
    }
    if (!sound) continue;
    if (few)
      p.draw->AddPolyline(at.data(), corners, faded(t.surface, 0.7f), ImDrawFlags_Closed, 3.5f);
    if (!e.dashed) {
      // Small ones are round with fewer corners.
      std::size_t n = 0;
      const std::size_t step = few ? 1 : 4;
      for (std::size_t k = 0; k < corners; k += step) at[n++] = at[k];
      p.draw->AddPolyline(at.data(), static_cast<int>(n), colour, ImDrawFlags_Closed, 1.5f);
      continue;
    }
    for (std::size_t k = 0; k < corners; k += 2)
      p.draw->AddLine(at[k], at[(k + 1) % corners], colour, 1.5f);
  }
}

// What is known of each class without looking at its points: how many there are, and their middle.
struct Middle {
  double x = 0, y = 0;
  std::size_t count = 0;
};

struct Summary {
  std::vector<Middle> classes;
  std::size_t lost = 0;  // points that are not finite
};

Summary summary(const lab::Splats& s) {
  Summary all{std::vector<Middle>(s.classes.size()), 0};
  for (std::size_t i = 0; i < points(s); ++i) {
    const bool sound = std::isfinite(s.px[i]) && std::isfinite(s.py[i]);
    all.lost += !sound;
    if (!sound || s.of[i] >= all.classes.size()) continue;
    Middle& m = all.classes[s.of[i]];
    m.x += static_cast<double>(s.px[i]), m.y += static_cast<double>(s.py[i]), ++m.count;
  }
  return all;
}

// The name of each class at its middle, with its marker: which is which without the colours.
void name_classes(const lab::Splats& s, const Summary& all, const Plot& p, Labels& labels,
                  const Theme& t) {
  for (std::size_t c = 0; c < all.classes.size(); ++c) {
    const Middle& m = all.classes[c];
    if (m.count == 0) continue;
    const auto n = static_cast<double>(m.count);
    const double across = p.x.share(m.x / n), up = p.y.share(m.y / n);
    if (!(across >= 0 && across <= 1 && up >= 0 && up <= 1)) continue;
    const ImVec2 at = p.at(m.x / n, m.y / n), size = text_size(s.classes[c]);
    const float left = at.x - 0.5f * size.x, top = at.y - 0.5f * size.y;
    const ImVec2 corners[] = {{left, top},
                              {left, top - 1.1f * size.y},
                              {left, top + 1.1f * size.y},
                              {at.x + 4, top},
                              {at.x - size.x - 4, top}};
    labels.write(s.classes[c], mix(class_hue(c, t), t.text, 0.25f), corners);
  }
}

// The names of the ellipses, each after a stroke as it is drawn.
void legend(const lab::Splats& s, const Plot& p, const Theme& t) {
  const float em = ImGui::GetFontSize();
  float x = p.area.box.max.x;
  for (auto e = s.ellipses.rbegin(); e != s.ellipses.rend(); ++e) {
    const std::string name = legend_name(*e);
    if (name.empty()) continue;
    x -= text_size(name).x;
    if (x < p.area.box.min.x + text_size(titled(s.y)).x + 3 * em) return;
    const float y = p.area.box.min.y + 0.55f * em;
    draw_text(*p.draw, {x, p.area.box.min.y}, t.of(e->role), name);
    x -= 1.9f * em;
    if (e->dashed)
      dashed_line(*p.draw, {x, y}, {x + 1.5f * em, y}, t.of(e->role), 1.5f, 4);
    else
      p.draw->AddLine({x, y}, {x + 1.5f * em, y}, t.of(e->role), 1.5f);
    x -= em;
  }
}

// The point under the pointer, in words.
void read_point(const lab::Splats& s, const Plot& p, float radius, const Theme& t) {
  if (!p.area.hovered || !p.inner.contains(p.area.mouse)) return;
  const float reach = std::max(8.0f, radius + 3);
  float nearest = reach * reach;
  std::size_t best = points(s);
  // In pixels by one multiplication a coordinate: there may be very many.
  const auto ax = static_cast<float>(p.inner.width() / (p.x.high - p.x.low));
  const auto ay = static_cast<float>(p.inner.height() / (p.y.high - p.y.low));
  const auto x = static_cast<float>(p.x_at(p.area.mouse.x));
  const auto y = static_cast<float>(p.y_at(p.area.mouse.y));
  for (std::size_t i = 0; i < points(s); ++i) {
    const float dx = (s.px[i] - x) * ax, dy = (s.py[i] - y) * ay, away = dx * dx + dy * dy;
    if (away < nearest) nearest = away, best = i;
  }
  if (best == points(s)) return;
  const std::size_t c = s.of[best];
  const double vx = static_cast<double>(s.px[best]), vy = static_cast<double>(s.py[best]);
  const ReadLine lines[] = {{c < s.classes.size() ? s.classes[c] : "", class_hue(c, t)},
                            {s.x.label + " " + readable(vx, 5)},
                            {s.y.label + " " + readable(vy, 5)}};
  p.draw->AddCircle(p.at(vx, vy), radius + 3, t.accent, 0, 2);
  readout(p.at(vx, vy), lines);
}

// The ranges of what there is to see, with room for dragging outwards.
Frame frame_of(const lab::Splats& s, const lab::Axis& x, const lab::Axis& y,
               CrosshairFields fields) {
  Extent across, up;
  across.add(s.px), up.add(s.py);
  for (const lab::Ellipses& e : s.ellipses) {
    for (std::size_t i = 0; i < ellipses(e); ++i) {
      const float far = std::max(std::fabs(e.a[i]), std::fabs(e.b[i]));
      across.add(static_cast<double>(e.x[i] - far)), across.add(static_cast<double>(e.x[i] + far));
      up.add(static_cast<double>(e.y[i] - far)), up.add(static_cast<double>(e.y[i] + far));
    }
  }
  if (fields) across.add(spot_of(fields).x), up.add(spot_of(fields).y);
  return {.x = x,
          .y = y,
          .x_range = fitted(x, across, false),
          .y_range = fitted(y, up, false),
          .equal = s.equal,
          .zoomable = Zoomable::both};
}

lab::Axis linear(lab::Axis axis) {
  axis.logarithmic = false;
  return axis;
}

}  // namespace

float Widget<lab::Splats>::height(const lab::Splats& s, float width) {
  return s.equal ? std::min(0.85f * width, 28 * ImGui::GetFontSize()) : plot_height(width);
}

void Widget<lab::Splats>::draw(const char* id, const lab::Splats& s, ImVec2 size, Desk& desk) {
  const Theme t = theme();
  const ImGuiID own = ImGui::GetID(id);
  const lab::Axis x = linear(s.x), y = linear(s.y);
  const CrosshairFields fields = fields_of(s.crosshair, desk);
  Frame frame = frame_of(s, x, y, fields);
  const bool held = in_hand(own);
  if (held) show_kept_ranges(own, frame);
  const Plot p = plot(id, frame, size);
  const Weight w = weight(points(s), p, kept_zoom(own));
  draw_points(s, p, w, desk, t);

  p.draw->PushClipRect(p.inner.min, p.inner.max, true);
  for (const lab::Ellipses& e : s.ellipses) draw_ellipses(e, p, t);
  p.draw->PopClipRect();
  const Summary all = summary(s);
  Labels labels(p);
  name_classes(s, all, p, labels, t);
  legend(s, p, t);
  if (all.lost > 0) {
    const std::string text = readable(static_cast<double>(all.lost)) + " not finite, left out";
    draw_text(*p.draw, {p.inner.max.x - text_size(text).x - 4, p.inner.max.y - 1.3f * em()},
              t.faint, text);
  }

  const bool busy = fields && move_crosshair(s.crosshair, fields, p, desk);
  if (!busy) read_point(s, p, w.radius, t);
  navigate(p, busy, std::nan(""), desk);
}

}  // namespace ui
