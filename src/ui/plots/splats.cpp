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
#include "ui/frame/readout.h"
#include "ui/frame/standing.h"
#include "ui/maps/shades.h"
#include "ui/plots/crosshair.h"
#include "ui/plots/plot_labels.h"
#include "ui/plots/splat_ellipses.h"
#include "ui/plots/splat_reading.h"
#include "ui/plots/zoom.h"

namespace ui {

namespace {

// The colours of the classes in turn, the clearest first.
constexpr std::array<lab::Role, gfx::splat_colours> hues = {
    lab::Role::prediction, lab::Role::activation, lab::Role::input, lab::Role::weight,
    lab::Role::gradient,   lab::Role::neutral,    lab::Role::target};

ImU32 class_hue(std::size_t c, const Theme& t) { return t.of(hues[c % hues.size()]); }

// Three planes of x, y and class, a row of the texture full of points at a time. The points come in
// an order that mixes them, so that no class lies over the others because it came last.
gfx::Planes points_as_planes(const lab::Splats& s, std::vector<float>& room) {
  constexpr std::size_t cols = 1024;
  const std::size_t n = point_count(s), rows = std::max<std::size_t>(1, (n + cols - 1) / cols);
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
  const gfx::Values values(desk.stamp, [&] { return points_as_planes(s, room); });
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

// The name of each class at its middle: which is which without the colours. Where classes lie on
// each other, as before the first step, the names of some have no place; the pointer tells them.
void name_classes(const lab::Splats& s, const SplatSummary& all, const Plot& p, Labels& labels,
                  const Theme& t) {
  std::vector<Box> named;
  for (std::size_t c = 0; c < all.classes.size(); ++c) {
    const ClassMiddle& m = all.classes[c];
    if (m.count == 0) continue;
    const auto n = static_cast<double>(m.count);
    const double across = p.x.share(m.x / n), up = p.y.share(m.y / n);
    if (!(across >= 0 && across <= 1 && up >= 0 && up <= 1)) continue;
    const ImVec2 at = p.at(m.x / n, m.y / n), size = text_size(s.classes[c]);
    const float left = at.x - 0.5f * size.x, top = at.y - 0.5f * size.y;
    std::vector<ImVec2> corners = {{left, top},
                                   {left, top - 1.1f * size.y},
                                   {left, top + 1.1f * size.y},
                                   {at.x + 4, top},
                                   {at.x - size.x - 4, top}};
    std::erase_if(corners, [&](ImVec2 from) {
      const Box box{from, {from.x + size.x, from.y + size.y}};
      if (box.min.y < p.inner.min.y || box.max.y > p.inner.max.y) return true;
      return std::any_of(named.begin(), named.end(),
                         [&](const Box& other) { return box.shared(other) > 0; });
    });
    if (corners.empty()) continue;
    named.push_back(labels.write(s.classes[c], mix(class_hue(c, t), t.text, 0.25f), corners));
  }
}

// The point under the pointer, in words.
void read_point(const lab::Splats& s, const SplatStrips& all, const Plot& p, float radius,
                const Theme& t) {
  if (!p.area.hovered || !p.inner.contains(p.area.mouse)) return;
  const std::size_t best = nearest_point(s, all, p, std::max(8.0f, radius + 3));
  if (best == point_count(s)) return;
  const std::size_t c = s.of[best];
  const double vx = static_cast<double>(s.px[best]), vy = static_cast<double>(s.py[best]);
  const ReadLine lines[] = {{c < s.classes.size() ? s.classes[c] : "", class_hue(c, t)},
                            {s.x.label + " " + readable(vx, 5)},
                            {s.y.label + " " + readable(vy, 5)}};
  p.draw->AddCircle(p.at(vx, vy), radius + 3, t.accent, 0, 2);
  readout(p.at(vx, vy), lines);
}

}  // namespace

float Widget<lab::Splats>::height(const lab::Splats& s, float width) {
  return (s.equal ? std::min(0.85f * width, 28 * em()) : plot_height(width)) +
         ellipse_legend(s.ellipses, s.y, width).below();
}

void Widget<lab::Splats>::draw(const char* id, const lab::Splats& s, ImVec2 size, Desk& desk) {
  const Theme t = theme();
  const ImGuiID own = ImGui::GetID(id);
  const lab::Axis x = linear(s.x), y = linear(s.y);
  const CrosshairFields fields = fields_of(s.crosshair, desk);
  const auto known = while_standing(own, desk.stamp, [&s] { return summary_of(s); });
  const SplatSummary& all = *known;
  Frame frame = plane_frame(x, y, all.across, all.up, fields, s.equal);
  const Legend legend = ellipse_legend(s.ellipses, s.y, size.x);
  frame.head = legend.below();
  const bool held = in_hand(own);
  if (held) show_kept_ranges(own, frame);
  const Plot p = plot(id, frame, size);
  const Weight w = weight(point_count(s), p, kept_zoom(own));
  draw_points(s, p, w, desk, t);

  p.draw->PushClipRect(p.inner.min, p.inner.max, true);
  for (const lab::Ellipses& e : s.ellipses) draw_ellipses(e, p, t);
  p.draw->PopClipRect();
  Labels labels(p);
  name_classes(s, all, p, labels, t);
  legend.draw(*p.draw, p.area.box.min);
  if (all.lost > 0) {
    const std::string text = readable(static_cast<double>(all.lost)) + " not finite, left out";
    draw_text(*p.draw, {p.inner.max.x - text_size(text).x - 4, p.inner.max.y - 1.3f * em()},
              t.faint, text);
  }

  const bool busy = fields && move_crosshair(s.crosshair, fields, p, desk, labels);
  if (!busy && p.area.hovered) {
    const auto sorted = while_standing(own, desk.stamp, [&] { return strips_of(s, all.across); });
    read_point(s, *sorted, p, w.radius, t);
  }
  navigate(p, busy, std::nan(""), desk);
}

}  // namespace ui
