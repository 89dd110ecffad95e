#include "ui/controls/slider.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/controls/control.h"
#include "ui/controls/typing.h"
#include "ui/controls/wish.h"
#include "ui/frame/board.h"
#include "ui/frame/digits.h"
#include "ui/frame/readout.h"
#include "ui/frame/theme.h"

namespace ui {

namespace {

constexpr float zero_zone = 0.04f;  // of a logarithmic track that begins at zero
constexpr int frames_to_answer = 40;
constexpr float inset = 9;    // of the track, so that the knob never leaves the column
constexpr float finger = 44;  // what a finger finds, in points

// The hit area is the column's whole width and the row's whole height: the track lies in it.
Box track_of(const Area& a) {
  return {{a.box.min.x + inset, a.box.min.y}, {a.box.max.x - inset, a.box.max.y}};
}

// In one column fingers are at work: there a row with the gap beneath it is as high as they need.
float track_height() {
  const bool one_column = ImGui::GetIO().DisplaySize.x < wide_board;
  return one_column ? std::max(1.5f * em(), finger - 0.45f * em()) : 1.5f * em();
}

// The way between the values of a field and places 0..1 on its track.
class Track {
 public:
  explicit Track(const lab::Field& field) : whole_(std::holds_alternative<lab::Whole>(field.slot)) {
    const Bounds b = bounds(field);
    low_ = b.low, high_ = b.high;
    const auto* real = std::get_if<lab::Real>(&field.slot);
    log_ = (real ? real->logarithmic : high_ - low_ > 500) && low_ >= 0 && high_ > low_;
    zero_ = log_ && low_ == 0;
    floor_ = !zero_ ? low_ : whole_ ? 1 : 1e-8 * high_;
  }

  float place(double x) const {
    if (!(high_ > low_) || !std::isfinite(x)) return 0;
    if (!log_) return clamped((x - low_) / (high_ - low_));
    if (x < floor_) return 0;
    const float share = clamped(std::log(x / floor_) / std::log(high_ / floor_));
    return zero_ ? zero_zone + (1 - zero_zone) * share : share;
  }

  // The value at a place, as short as the track of so many points can tell apart.
  double value(float place, float points) const {
    if (place <= 0) return low_;
    if (place >= 1) return high_;
    const auto t = static_cast<double>(place);
    if (!log_) return tidy(low_ + t * (high_ - low_), (high_ - low_) / static_cast<double>(points));
    if (zero_ && place < zero_zone) return 0;
    const double share = zero_ ? (t - zero_zone) / (1 - zero_zone) : t;
    const double x = floor_ * std::exp(share * std::log(high_ / floor_));
    return whole_ ? std::round(to_digits(x, 3)) : to_digits(x, 2);
  }

  // One press of an arrow from x.
  double stepped(double x, int steps) const {
    if (log_ && !(whole_ && x < 40)) {
      if (x < floor_) return steps > 0 ? floor_ : x;
      const double next = to_digits(x * std::exp(steps * std::log(10.0) / 20), 3);
      return zero_ && next < floor_ ? 0 : next;
    }
    if (whole_) return x + steps;
    const double step = (high_ - low_) / 100;
    return to_step(x + steps * step, step / 2);
  }

 private:
  static float clamped(double share) { return static_cast<float>(std::clamp(share, 0.0, 1.0)); }
  double tidy(double x, double step) const { return whole_ ? std::round(x) : to_step(x, step); }

  bool whole_, log_ = false, zero_ = false;
  double low_ = 0, high_ = 0, floor_ = 0;
};

double number_of(const lab::Slot& slot) {
  if (const auto* whole = std::get_if<lab::Whole>(&slot)) return static_cast<double>(whole->value);
  if (const auto* real = std::get_if<lab::Real>(&slot)) return real->value;
  return std::nan("");
}

int fingerprint(const lab::Field& field) {
  return static_cast<int>(ImHashStr(lab::text(field.slot).c_str()));
}

// What the slider shows: what the hand holds, then what it let go of until the session has
// answered, otherwise the field.
double in_view(const lab::Field& field, const Track& track, const Area& a, Desk& desk) {
  const double now = number_of(field.slot);
  const Box rail = track_of(a);
  const float points = std::max(rail.width(), 1.0f);
  if (a.held && !ImGui::GetIO().KeyCtrl) {
    const float mouse = (a.mouse.x - rail.min.x) / points;
    if (a.pressed) {
      const float grab = track.place(now);
      keep_real(a.id, "offset", std::fabs(mouse - grab) * points < 11 ? grab - mouse : 0);
      keep_real(a.id, "place", grab);
      keep(a.id, "moved", 0);
    }
    const float place = mouse + kept_real(a.id, "offset");
    if (std::fabs(place - kept_real(a.id, "place")) * points >= 0.5f) keep(a.id, "moved", 1);
    if (!kept(a.id, "moved")) return now;
    keep_real(a.id, "place", place);
    keep(a.id, "asked at", fingerprint(field));
    keep(a.id, "hold", frames_to_answer);
    return track.value(place, points);
  }
  const int left = kept(a.id, "hold");
  if (left == 0) return now;
  const bool answered = kept(a.id, "asked at") != fingerprint(field);
  keep(a.id, "hold", answered ? 0 : left - 1);
  if (answered) return now;
  desk.restless = true;
  return track.value(kept_real(a.id, "place"), points);
}

void draw_track(const Area& a, float place, float initial, bool changed, const Theme& t) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float y = std::round(0.5f * (a.box.min.y + a.box.max.y)),
              r = a.hovered || a.held ? 9.0f : 8.0f;
  const Box rail = track_of(a);
  const float from = rail.min.x, width = rail.width(), x = from + place * width;
  draw.AddRectFilled({from, y - 2}, {rail.max.x, y + 2}, mix(t.grid, t.frame, 0.35f), 2);
  draw.AddRectFilled({from, y - 2}, {x, y + 2}, t.accent, 2);
  // The instance's own value, so that the way back can be seen.
  if (changed)
    draw.AddRectFilled({from + initial * width - 1, y - 7}, {from + initial * width + 1, y + 7},
                       t.frame);
  draw.AddCircleFilled({x, y}, r + 2, t.surface);
  draw.AddCircleFilled({x, y}, r, a.held ? mix(t.accent, t.text, 0.25f) : t.accent);
  draw.AddCircleFilled({x, y}, 0.4f * r, t.surface);
}

void reset(Desk& desk, const lab::Field& field, ImGuiID id) {
  keep(id, "hold", 0);
  wish(desk, field, lab::text(field.initial));
}

// The value at the right of the headline, which opens for typing.
void value_box(const lab::Field& field, double value, ImVec2 at, ImVec2 size, ImGuiID owner,
               Desk& desk, const Theme& t) {
  ImGui::SetCursorScreenPos(at);
  if (is_typing(owner)) {
    if (const auto text = typed(owner, {at, {at.x + size.x, at.y + size.y}}, field)) {
      keep(owner, "hold", 0);
      wish(desk, field, *text);
    }
    return;
  }
  const Area a = area("value", size);
  if (a.activated) begin_typing(owner);
  if (a.hovered) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
    const ReadLine line[] = {{exact(value)}, {"click to type, double-click the label to reset"}};
    readout({a.box.max.x, a.box.min.y}, line);
  }
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.AddRectFilled(a.box.min, a.box.max, t.raised, 5);
  if (a.hovered) draw.AddRect(a.box.min, a.box.max, t.frame, 5);
  const std::string unit = caption(field).unit;
  const std::string text = readable(value) + (unit.empty() ? "" : " " + unit);
  const ImVec2 extent = text_size(text);
  draw_text(draw, {a.box.max.x - extent.x - 8, a.box.min.y + 0.5f * (size.y - extent.y)}, t.text,
            text);
}

// What the switch below takes with the gap beside it; 0 where the field has none.
float auto_width(const lab::Field& field) {
  const auto* real = std::get_if<lab::Real>(&field.slot);
  return real && real->automatic ? text_size("auto").x + 1.6f * ImGui::GetFontSize() : 0;
}

// The switch between a number and the lab's own choice.
void auto_switch(const lab::Field& field, ImVec2 right, Desk& desk, const Theme& t) {
  const auto* real = std::get_if<lab::Real>(&field.slot);
  const float em = ImGui::GetFontSize(), width = auto_width(field) - 0.4f * em;
  if (!real || !real->automatic) return;
  ImGui::SetCursorScreenPos({right.x - width, right.y});
  const Area a = area("auto", {width, 1.7f * em});
  const bool on = std::isnan(real->value);
  if (a.activated) {
    const double initial = number_of(field.initial);
    const double start = std::isfinite(initial) ? initial : Track(field).value(0.5f, 100);
    if (const auto text = number_text(field, start)) wish(desk, field, on ? *text : "auto");
  }
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.AddRectFilled(a.box.min, a.box.max, on ? t.accent : t.raised, 5);
  if (a.hovered) draw.AddRect(a.box.min, a.box.max, t.frame, 5);
  centred(draw, {0.5f * (a.box.min.x + a.box.max.x), 0.5f * (a.box.min.y + a.box.max.y)},
          on ? t.on_accent : t.text, "auto");
}

}  // namespace

void slider(const lab::Field& field, float width, Desk& desk) {
  const Theme t = theme();
  const Track track(field);
  const float em = ImGui::GetFontSize();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 box{std::max(text_size(readable(-0.0001234) + caption(field).unit).x, 4.2f * em),
                   1.7f * em};
  const ImGuiID owner = ImGui::GetID("track");

  const float taken = auto_width(field);
  const float top = headline(field, width, box.x + taken + 0.6f * em, desk);
  const float y = ImGui::GetCursorScreenPos().y;
  auto_switch(field, {at.x + width, top}, desk, t);

  const float row = track_height(), middle = y + 0.5f * row;
  ImGui::SetCursorScreenPos({at.x, y});
  const Area a = area("track", {width, row});
  const double now = number_of(field.slot), value = in_view(field, track, a, desk);
  const float place = a.held && kept(a.id, "moved")
                          ? std::clamp(kept_real(a.id, "place"), 0.0f, 1.0f)
                          : track.place(value);
  if (a.held && value != now) {
    if (const auto text = number_text(field, value)) wish(desk, field, *text);
  }
  const Keys k = is_typing(owner) ? Keys{} : keys(a);
  if (k.right != 0) {
    const int steps = k.right * (ImGui::GetIO().KeyShift ? 10 : 1);
    if (const auto text = number_text(field, track.stepped(std::isnan(now) ? 0 : now, steps)))
      wish(desk, field, *text);
  }
  if (k.enter || (a.pressed && ImGui::GetIO().KeyCtrl)) begin_typing(owner);
  if (k.clear || a.double_clicked) reset(desk, field, a.id);
  if (a.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  if (std::isnan(value)) {
    const Box rail = track_of(a);
    ImGui::GetWindowDrawList()->AddRectFilled({rail.min.x, middle - 2}, {rail.max.x, middle + 2},
                                              t.grid, 2);
  } else {
    draw_track(a, place, track.place(number_of(field.initial)), field.changed(), t);
  }
  if (!std::isnan(value))
    value_box(field, value, {at.x + width - box.x - taken, top}, box, owner, desk, t);
  ImGui::SetCursorScreenPos({at.x, y + row});
}

}  // namespace ui
