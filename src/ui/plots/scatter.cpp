// Points and arrows in a plane. Points of an editable cloud are dragged.

#include "ui/plots/scatter.h"

#include <algorithm>
#include <cmath>

#include "ui/plots/clouds.h"
#include "ui/plots/guess.h"
#include "ui/plots/plot_labels.h"
#include "ui/plots/zoom.h"

namespace ui {

namespace {

// Room all around, for labels and for dragging outwards.
Range roomy(const lab::Axis& axis, const Extent& e) {
  Range r = fitted(axis, e, false);
  if (axis.low < axis.high || r.logarithmic) return r;
  const double room = 0.1 * (r.high - r.low);
  return {r.low - room, r.high + room, false};
}

}  // namespace

float Widget<lab::Scatter>::height(const lab::Scatter& s, float width) {
  return (s.equal ? std::min(0.85f * width, 26 * em()) : plot_height(width)) +
         cloud_legend(s.clouds, s.y, width).below();
}

void Widget<lab::Scatter>::draw(const char* id, const lab::Scatter& s, ImVec2 size, Desk& desk) {
  const Theme t = theme();
  Extent across, up;
  add_clouds(s.clouds, across, up);
  const ImGuiID own = ImGui::GetID(id);
  const Legend legend = cloud_legend(s.clouds, s.y, size.x);
  Frame frame{.x = s.x,
              .y = s.y,
              .x_range = roomy(s.x, across),
              .y_range = roomy(s.y, up),
              .head = legend.below(),
              .equal = s.equal,
              .zoomable = Zoomable::both};
  if (holds_point(own)) show_kept_ranges(own, frame);
  const Plot p = plot(id, frame, size);
  const CloudHand hand = move_points(s.clouds, p, desk);

  Labels labels(p);
  guess_line(p, desk, labels);
  const Box seen = kept_zoom(own).whole() ? p.area.box : p.inner;
  p.draw->PushClipRect(seen.min, seen.max, true);
  draw_clouds(s.clouds, p, hand, labels, t);
  p.draw->PopClipRect();
  guess_words(p, desk, labels);
  legend.draw(*p.draw, p.area.box.min);
  read_points(s.x, s.y, s.clouds, p, hand, t);
  navigate(p, hand.busy() || hand.over, std::nan(""), desk);
}

}  // namespace ui
