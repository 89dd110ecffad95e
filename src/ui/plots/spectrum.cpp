// The field is a texture that stands while its values and the theme do; ellipses, points and the
// cross-hair lie over it.

#include "ui/plots/spectrum.h"

#include <algorithm>
#include <cmath>

#include "gfx/cache.h"
#include "ui/frame/standing.h"
#include "ui/maps/heat_scale.h"
#include "ui/maps/shades.h"
#include "ui/plots/clouds.h"
#include "ui/plots/crosshair.h"
#include "ui/plots/splat_ellipses.h"
#include "ui/plots/zoom.h"

namespace ui {

namespace {

bool has_field(const lab::Spectrum& s) {
  return s.field.rows > 0 && s.field.cols > 0 && s.x.low < s.x.high && s.y.low < s.y.high &&
         lab::fits(s.field.rows, s.field.cols, s.field.values.size());
}

float foot_of(const lab::Spectrum& s) { return has_field(s) ? scale_bar_height() : 0; }

struct SpectrumExtents {
  Extent across, up;
};

SpectrumExtents extents_of(const lab::Spectrum& s) {
  SpectrumExtents all;
  add_clouds(s.clouds, all.across, all.up);
  for (const lab::Ellipses& e : s.ellipses) add_ellipses(e, all.across, all.up);
  return all;
}

// The whole field between the ends of its axes, of which the plot shows what it has in view.
void draw_field(const lab::Spectrum& s, const HeatScale& scale, const Plot& p, const Desk& desk,
                const Theme& t) {
  if (!desk.gfx) return;
  std::vector<float> places;
  const gfx::Values values(desk.stamp, [&] {
    places = scale.places(s.field.values);
    return gfx::Planes{s.field.rows, s.field.cols, {places}};
  });
  // A few pixels for each cell are enough: what is enlarged shows its cells.
  const int width = 8 * s.field.cols, height = 8 * s.field.rows;
  constexpr int most = 4096;
  if (width > most || height > most) return;
  const GLuint texture = desk.gfx->drawn<gfx::MapPass>(
      p.area.id, values, {{1, width, height, width, height}, map_look(t, ramp_of(scale, t), 1)});
  if (!texture) return draw_text(*p.draw, p.inner.min, t.text, desk.gfx->error(), p.inner.width());
  p.draw->AddImage(static_cast<ImTextureID>(texture), p.at(s.x.low, s.y.high),
                   p.at(s.x.high, s.y.low));
}

}  // namespace

float Widget<lab::Spectrum>::height(const lab::Spectrum& s, float width) {
  return std::min(0.85f * width, 28 * em()) + foot_of(s) +
         ellipse_legend(s.ellipses, s.y, width).below();
}

void Widget<lab::Spectrum>::draw(const char* id, const lab::Spectrum& s, ImVec2 size, Desk& desk) {
  const Theme t = theme();
  const ImGuiID own = ImGui::GetID(id);
  const lab::Axis x = linear(s.x), y = linear(s.y);
  const CrosshairFields fields = fields_of(s.crosshair, desk);
  const float foot = foot_of(s);
  const auto all = while_standing(own, desk.stamp, [&s] { return extents_of(s); });
  Frame frame = plane_frame(x, y, all->across, all->up, fields, true);
  const Legend legend = ellipse_legend(s.ellipses, y, size.x);
  frame.head = legend.below();
  if (holds_point(own) || in_hand(own)) show_kept_ranges(own, frame);
  const Plot p = plot(id, frame, {size.x, std::max(size.y - foot, 1.0f)});

  p.draw->PushClipRect(p.inner.min, p.inner.max, true);
  if (foot > 0) {
    const auto scale = while_standing(
        own, desk.stamp, [&s] { return heat_scale(s.value, false, {s.field.values}); });
    draw_field(s, *scale, p, desk, t);
    p.draw->PopClipRect();
    scale_bar(*p.draw, s.value, *scale,
              {p.area.box.min, {p.area.box.max.x, p.area.box.max.y + foot}},
              {p.inner.min.x, p.area.box.max.y}, t);
    p.draw->PushClipRect(p.inner.min, p.inner.max, true);
  }
  for (const lab::Ellipses& e : s.ellipses) draw_ellipses(e, p, t);
  Labels labels(p);
  if (fields) keep_clear(fields, p, labels);
  // The nearer one; on the same place the point, since the cross-hair comes to wherever one taps.
  const float away = fields ? crosshair_away(fields, p) + 0.5f : 1e9f;
  const CloudHand hand = move_points(s.clouds, p, desk, away);
  draw_clouds(s.clouds, p, hand, labels, t);
  p.draw->PopClipRect();
  legend.draw(*p.draw, p.area.box.min);

  const bool points = hand.busy() || hand.over;
  const bool spot =
      fields && !hand.busy() && move_crosshair(s.crosshair, fields, p, desk, labels, hand.over);
  if (fields && !points && !spot && tapped(p.area) && p.inner.contains(p.area.mouse))
    put_crosshair(fields, p, p.area.mouse, desk);
  if (!spot) read_points(s.x, s.y, s.clouds, p, hand, t);
  navigate(p, points || spot, std::nan(""), desk);
}

}  // namespace ui
