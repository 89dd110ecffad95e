#include "ui/plots/crosshair.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "ui/controls/wish.h"
#include "ui/frame/digits.h"
#include "ui/frame/readout.h"
#include "ui/plots/zoom.h"

namespace ui {

namespace {

constexpr float reach = 22;  // of a finger, in points

// The number that a field holds, or the entry of a list; 0 where there is none.
double number(const lab::Field& field, int entry) {
  if (const auto* whole = std::get_if<lab::Whole>(&field.slot))
    return static_cast<double>(whole->value);
  if (const auto* list = std::get_if<lab::Reals>(&field.slot)) {
    const auto at = static_cast<std::size_t>(entry);
    return at < list->value.size() ? list->value[at] : 0;
  }
  const auto* real = std::get_if<lab::Real>(&field.slot);
  return real && std::isfinite(real->value) ? real->value : 0;
}

// `list` with an entry changed, and with zeros where it was too short for that, which it may not be
// beyond its largest size.
void put(lab::Reals& list, int entry, double x) {
  const auto at = static_cast<std::size_t>(entry);
  if (entry >= list.max_size) return;
  if (list.value.size() <= at) list.value.resize(at + 1, 0);
  list.value[at] = x;
}

// A list that both set is asked for once, with both.
void wish_place(Desk& desk, CrosshairFields fields, Spot to) {
  const auto of = [&](const lab::Field& field) -> std::optional<std::string> {
    const auto* const list = std::get_if<lab::Reals>(&field.slot);
    if (!list) return number_text(field, &field == fields.x ? to.x : to.y);
    lab::Reals changed = *list;
    if (&field == fields.x) put(changed, fields.entry_x, to.x);
    if (&field == fields.y) put(changed, fields.entry_y, to.y);
    return changed.text();
  };
  if (const auto text = of(*fields.x)) wish(desk, *fields.x, *text);
  if (fields.y == fields.x) return;
  if (const auto text = of(*fields.y)) wish(desk, *fields.y, *text);
}

// The spot at a place of the canvas, no further than the plot and the fields go.
Spot spot_at(CrosshairFields fields, const Plot& p, ImVec2 place) {
  const float x = std::clamp(place.x, p.inner.min.x, p.inner.max.x);
  const float y = std::clamp(place.y, p.inner.min.y, p.inner.max.y);
  const double across = std::fabs(p.x_at(x + 1) - p.x_at(x));
  const double up = std::fabs(p.y_at(y + 1) - p.y_at(y));
  return {bounds(*fields.x).clamp(to_step(p.x_at(x), across)),
          bounds(*fields.y).clamp(to_step(p.y_at(y), up))};
}

// In the hand it keeps the way from the pointer that it had when it was taken up.
Spot under_pointer(CrosshairFields fields, const Plot& p) {
  const ImGuiID own = p.area.id;
  return spot_at(
      fields, p,
      {p.area.mouse.x + kept_real(own, "grip x"), p.area.mouse.y + kept_real(own, "grip y")});
}

// A press of an arrow key goes a fiftieth of what is in view.
Spot by_keys(CrosshairFields fields, const Plot& p, Spot from, Keys k) {
  const double across = to_digits((p.x.high - p.x.low) / 50, 1);
  const double up = to_digits((p.y.high - p.y.low) / 50, 1);
  return {bounds(*fields.x).clamp(to_step(from.x + k.right * across, across / 10)),
          bounds(*fields.y).clamp(to_step(from.y - k.down * up, up / 10))};
}

// The knob's radius, without what stands around it in the hand.
constexpr float knob = 8;

// Beside the knob, where its read-out does not say the name.
void name_crosshair(const lab::Crosshair& c, ImVec2 at, Labels& labels, ImU32 colour) {
  const ImVec2 size = text_size(c.name);
  const float right = at.x + knob + 5, left = at.x - size.x - knob - 5;
  const float up = at.y - size.y - 3, down = at.y + 3;
  const ImVec2 corners[] = {{right, up}, {right, down}, {left, up}, {left, down}};
  labels.write(c.name, colour, corners);
}

void draw_crosshair(const lab::Crosshair& c, const Plot& p, Spot spot, bool loud, Labels& labels) {
  const Theme t = theme();
  const ImVec2 at = p.at(spot.x, spot.y);
  const ImU32 line = faded(t.text, loud ? 0.8f : 0.45f);
  const float x = std::round(at.x), y = std::round(at.y), ring = loud ? knob + 1.5f : knob;
  p.draw->PushClipRect(p.inner.min, p.inner.max, true);
  dashed_line(*p.draw, {x, p.inner.min.y}, {x, y - ring}, line, 1, 4);
  dashed_line(*p.draw, {x, y + ring}, {x, p.inner.max.y}, line, 1, 4);
  dashed_line(*p.draw, {p.inner.min.x, y}, {x - ring, y}, line, 1, 4);
  dashed_line(*p.draw, {x + ring, y}, {p.inner.max.x, y}, line, 1, 4);
  p.draw->PopClipRect();
  // A knob with a tip in each direction, as on what slides.
  p.draw->AddCircleFilled(at, ring + 2, faded(t.surface, 0.85f));
  p.draw->AddCircleFilled(at, ring, loud ? t.accent : t.raised);
  p.draw->AddCircle(at, ring, t.accent, 0, 2);
  const ImU32 tip = loud ? t.on_accent : t.accent;
  const float far = ring - 2.5f, near = far - 2.5f;
  for (const ImVec2 way : {ImVec2{1, 0}, ImVec2{-1, 0}, ImVec2{0, 1}, ImVec2{0, -1}})
    p.draw->AddTriangleFilled({at.x + far * way.x, at.y + far * way.y},
                              {at.x + near * way.x - 2 * way.y, at.y + near * way.y + 2 * way.x},
                              {at.x + near * way.x + 2 * way.y, at.y + near * way.y - 2 * way.x},
                              tip);
  if (!loud) return name_crosshair(c, at, labels, t.accent);
  const std::string name = c.name.empty() ? "" : c.name + "  ";
  const ReadLine lines[] = {{name + "(" + readable(spot.x, 4) + ", " + readable(spot.y, 4) + ")"}};
  readout({at.x + ring, at.y - ring}, lines);
}

}  // namespace

CrosshairFields fields_of(const lab::Crosshair& c, const Desk& desk) {
  const CrosshairFields found{desk.field(c.to_x), desk.field(c.to_y), c.entry_x, c.entry_y};
  return found ? found : CrosshairFields{};
}

Spot spot_of(CrosshairFields fields) {
  return {number(*fields.x, fields.entry_x), number(*fields.y, fields.entry_y)};
}

void put_crosshair(CrosshairFields fields, const Plot& p, ImVec2 at, Desk& desk) {
  wish_place(desk, fields, spot_at(fields, p, at));
}

Frame plane_frame(const lab::Axis& x, const lab::Axis& y, Extent across, Extent up,
                  CrosshairFields fields, bool equal) {
  if (fields) across.add(spot_of(fields).x), up.add(spot_of(fields).y);
  return {.x = x,
          .y = y,
          .x_range = fitted(x, across, false),
          .y_range = fitted(y, up, false),
          .equal = equal,
          .zoomable = Zoomable::both};
}

bool in_hand(ImGuiID area) { return kept(area, "crosshair") != 0; }

float crosshair_away(CrosshairFields fields, const Plot& p) {
  const Spot stands = spot_of(fields);
  const ImVec2 at = p.at(stands.x, stands.y);
  const float away = std::hypot(p.area.mouse.x - at.x, p.area.mouse.y - at.y);
  return p.area.hovered && away <= reach ? away : 1e9f;
}

void keep_clear(CrosshairFields fields, const Plot& p, Labels& labels) {
  const Spot stands = spot_of(fields);
  const ImVec2 at = p.at(stands.x, stands.y);
  labels.keep_clear({{at.x - knob, at.y - knob}, {at.x + knob, at.y + knob}});
}

bool move_crosshair(const lab::Crosshair& c, CrosshairFields fields, const Plot& p, Desk& desk,
                    Labels& labels, bool nearer) {
  const Area& a = p.area;
  const Spot stands = spot_of(fields);
  const ImVec2 at = p.at(stands.x, stands.y);
  const bool near = !nearer && crosshair_away(fields, p) <= reach;
  const bool before = in_hand(a.id);
  const bool held = a.held && (a.pressed ? near : before);
  if (held && !before) {
    keep_ranges(p);
    keep_real(a.id, "grip x", at.x - a.mouse.x), keep_real(a.id, "grip y", at.y - a.mouse.y);
    keep_real(a.id, "press x", a.mouse.x), keep_real(a.id, "press y", a.mouse.y);
  }
  int hand = held ? std::max(kept(a.id, "crosshair"), 1) : 0;
  // A press alone moves nothing.
  if (hand == 1 && std::hypot(a.mouse.x - kept_real(a.id, "press x"),
                              a.mouse.y - kept_real(a.id, "press y")) > 2)
    hand = 2;
  keep(a.id, "crosshair", hand);

  Spot spot = stands;
  const Keys k = keys(a);
  if (a.double_clicked && near) {
    wish(desk, *fields.x, lab::text(fields.x->initial));
    if (fields.y != fields.x) wish(desk, *fields.y, lab::text(fields.y->initial));
  } else if (hand == 2) {
    spot = under_pointer(fields, p);
    wish_place(desk, fields, spot);
  } else if (k.any_arrow()) {
    spot = by_keys(fields, p, stands, k);
    wish_place(desk, fields, spot);
  }
  if (near || held) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
  draw_crosshair(c, p, spot, near || held || k.any_arrow(), labels);
  return near || held;
}

}  // namespace ui
