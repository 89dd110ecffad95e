#include "ui/plots/zoom.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr double closest = 1e-3;  // of the whole

// Moves [low, high] so that it lies in [0, 1]; too long a one becomes all of it.
void bring_inside(double& low, double& high) {
  const double length = std::min(high - low, 1.0);
  low = std::clamp(low, 0.0, 1 - length);
  high = low + length;
}

void scale(double& low, double& high, double factor, double at) {
  const double before = high - low, after = std::clamp(before * factor, closest, 1.0);
  if (after > 1 - 1e-6) {
    low = 0, high = 1;  // what is kept as floats must not stop just short of it
    return;
  }
  low += at * (before - after);
  high = low + after;
  bring_inside(low, high);
}

// ImGui gives its first item the focus unasked: what counts is a click on it or a key that led
// here.
bool taken_up(const Area& a) {
  if (a.pressed) keep(a.id, "taken", 1);
  if (!a.focused && kept(a.id, "taken")) keep(a.id, "taken", 0);
  return a.focused && (ImGui::GetIO().NavVisible || kept(a.id, "taken"));
}

double keyed_factor(const Area& a) {
  if (!a.focused || ImGui::GetIO().WantTextInput) return 1;
  const auto pressed = [](ImGuiKey one, ImGuiKey other) {
    return ImGui::IsKeyPressed(one) || ImGui::IsKeyPressed(other);
  };
  if (pressed(ImGuiKey_Equal, ImGuiKey_KeypadAdd)) return 1 / 1.5;
  if (pressed(ImGuiKey_Minus, ImGuiKey_KeypadSubtract)) return 1.5;
  return 1;
}

bool reset(const Area& a, bool over) {
  const bool keyed = a.focused && !ImGui::GetIO().WantTextInput &&
                     (ImGui::IsKeyPressed(ImGuiKey_0) || ImGui::IsKeyPressed(ImGuiKey_Keypad0));
  return keyed || (over && a.double_clicked);
}

bool any_arrow_pressed() {
  return ImGui::IsKeyPressed(ImGuiKey_LeftArrow) || ImGui::IsKeyPressed(ImGuiKey_RightArrow);
}

// A drag that began inside and has gone a few points moves what is seen, from where it began.
Zoom dragged(const Plot& p, const Zoom& now, bool may_begin) {
  const Area& a = p.area;
  if (a.pressed) {
    keep(a.id, "pans", may_begin && !now.whole());
    keep_real(a.id, "pan x", a.mouse.x), keep_real(a.id, "pan y", a.mouse.y);
    keep_real(a.id, "pan x0", static_cast<float>(now.x0));
    keep_real(a.id, "pan y0", static_cast<float>(now.y0));
  }
  if (!a.held || kept(a.id, "pans") == 0) return now;
  const float dx = a.mouse.x - kept_real(a.id, "pan x"), dy = a.mouse.y - kept_real(a.id, "pan y");
  if (kept(a.id, "pans") == 1 && std::hypot(dx, dy) < 4) return now;
  keep(a.id, "pans", 2);
  keep(a.id, "pinned", -1);  // the press was no click
  Zoom z = now;
  const double wide = now.x1 - now.x0, tall = now.y1 - now.y0;
  z.x0 = static_cast<double>(kept_real(a.id, "pan x0") -
                             dx / p.inner.width() * static_cast<float>(wide));
  z.y0 = static_cast<double>(kept_real(a.id, "pan y0") +
                             dy / p.inner.height() * static_cast<float>(tall));
  z.x1 = z.x0 + wide, z.y1 = z.y0 + tall;
  bring_inside(z.x0, z.x1);
  bring_inside(z.y0, z.y1);
  return z;
}

}  // namespace

Zoom kept_zoom(ImGuiID id) {
  return {static_cast<double>(kept_real(id, "zoom x0", 0)),
          static_cast<double>(kept_real(id, "zoom x1", 1)),
          static_cast<double>(kept_real(id, "zoom y0", 0)),
          static_cast<double>(kept_real(id, "zoom y1", 1))};
}

void keep_zoom(ImGuiID id, const Zoom& z) {
  keep_real(id, "zoom x0", static_cast<float>(z.x0));
  keep_real(id, "zoom x1", static_cast<float>(z.x1));
  keep_real(id, "zoom y0", static_cast<float>(z.y0));
  keep_real(id, "zoom y1", static_cast<float>(z.y1));
}

Zoom scaled(const Zoom& zoom, double factor, double at_x, double at_y, Zoomable along) {
  Zoom z = zoom;
  if (along != Zoomable::no) scale(z.x0, z.x1, factor, std::clamp(at_x, 0.0, 1.0));
  if (along == Zoomable::both) scale(z.y0, z.y1, factor, std::clamp(at_y, 0.0, 1.0));
  return z;
}

Range part(const Range& whole, double from, double to) {
  if (from <= 0 && to >= 1) return whole;
  return {whole.value(from), whole.value(to), whole.logarithmic, whole.whole};
}

void keep_ranges(const Plot& p) {
  keep_real(p.area.id, "x0", static_cast<float>(p.x.low));
  keep_real(p.area.id, "x1", static_cast<float>(p.x.high));
  keep_real(p.area.id, "y0", static_cast<float>(p.y.low));
  keep_real(p.area.id, "y1", static_cast<float>(p.y.high));
}

void show_kept_ranges(ImGuiID id, Frame& frame) {
  const auto range = [id](const char* low, const char* high, bool logarithmic) {
    return Range{static_cast<double>(kept_real(id, low)), static_cast<double>(kept_real(id, high)),
                 logarithmic};
  };
  frame.x_range = range("x0", "x1", frame.x.logarithmic);
  frame.y_range = range("y0", "y1", frame.y.logarithmic);
  frame.equal = false;
  frame.zoomable = Zoomable::no;  // the kept ranges are what was in view
}

void navigate(const Plot& p, bool busy, double read_x, Desk& desk) {
  if (p.zoomable == Zoomable::no) return;
  const Area& a = p.area;
  const ImGuiIO& io = ImGui::GetIO();
  const bool over = a.hovered && p.inner.contains(a.mouse);
  const bool taken = taken_up(a);
  const Zoom before = kept_zoom(a.id);
  if (over)
    desk.zooms = std::max(desk.zooms, !taken           ? Zooms::pinch
                                      : before.whole() ? Zooms::inwards
                                                       : Zooms::wheel);
  Zoom z = before;
  if (over && io.MouseWheel != 0 && (taken || io.KeyCtrl))
    z = scaled(z, std::pow(0.8, static_cast<double>(io.MouseWheel)),
               static_cast<double>((a.mouse.x - p.inner.min.x) / p.inner.width()),
               static_cast<double>((p.inner.max.y - a.mouse.y) / p.inner.height()), p.zoomable);
  const double factor = keyed_factor(a), read = p.x.share(read_x);
  const bool reading = std::isfinite(read) && read >= 0 && read <= 1;
  if (factor != 1) z = scaled(z, factor, reading ? read : 0.5, 0.5, p.zoomable);
  z = dragged(p, z, over && !busy);
  if (a.focused && any_arrow_pressed() && std::isfinite(read) && (read < 0 || read > 1)) {
    const double wide = z.x1 - z.x0, middle = z.x0 + read * wide;
    z.x0 = middle - 0.5 * wide, z.x1 = middle + 0.5 * wide;
    bring_inside(z.x0, z.x1);
  }
  if (reset(a, over && !busy)) z = {};
  if (!(z == before)) {
    keep_zoom(a.id, z);
    desk.restless = true;  // the next frame shows it
  }
  if (z.whole()) return;
  if (over && !busy) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
  const char* hint = "enlarged: double-click or 0 shows all";
  const ImVec2 size = text_size(hint);
  if (size.x < 0.6f * a.box.width())
    draw_text(*p.draw, {a.box.max.x - size.x, a.box.min.y}, theme().faint, hint);
}

}  // namespace ui
