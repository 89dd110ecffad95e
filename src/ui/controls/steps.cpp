#include "ui/controls/steps.h"

#include <algorithm>

#include "ui/controls/control.h"
#include "ui/controls/transport.h"
#include "ui/controls/wish.h"
#include "ui/frame/digits.h"
#include "ui/frame/focus.h"
#include "ui/frame/theme.h"

namespace ui {

namespace {

bool key(ImGuiKey which) {
  return !ImGui::GetIO().WantTextInput && ImGui::GetIO().KeyMods == ImGuiMod_None &&
         ImGui::IsKeyPressed(which);
}

// How far the run is, right of the buttons: of all its steps, or on its way to where it was sent.
void progress(const lab::View& view, double most, double now, float x, ImVec2 at, float width) {
  const Theme t = theme();
  const float em = ImGui::GetFontSize();
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const bool behind = !view.playing && view.done < view.total;
  const double done = static_cast<double>(view.done);
  const double total = static_cast<double>(view.total);
  const float middle = at.y + 0.5f * transport_height();
  if (!behind) {
    // The number itself stands beneath, on the slider: a run that rests has nothing left to do.
    const std::string text =
        view.playing ? readable(now) + " of " + readable(most) : "up to " + readable(most);
    if (x + text_size(text).x > at.x + width) return;
    return draw_text(draw, {x, middle - 0.5f * em}, t.faint, text);
  }
  const std::string text = readable(done) + " of " + readable(total);
  const bool fits = x + text_size(text).x <= at.x + width;
  draw_text(draw, {x, middle - em}, t.text, fits ? text : readable(done));
  const float right = std::max(at.x + width, x + 2 * em), y = middle + 0.55f * em;
  draw.AddRectFilled({x, y - 3}, {right, y + 3}, t.grid, 3);
  const float share = static_cast<float>(std::clamp(done / total, 0.0, 1.0));
  draw.AddRectFilled({x, y - 3}, {x + std::max((right - x) * share, 6.0f), y + 3}, t.accent, 3);
}

}  // namespace

void steps(const lab::View& view, const lab::Field& horizon, float width, Desk& desk) {
  const auto* whole = std::get_if<lab::Whole>(&horizon.slot);
  if (!whole) return control(horizon, width, false, desk);
  const float em = ImGui::GetFontSize();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  // The bound of the field may lie beyond the steps that there are here.
  const auto most = static_cast<double>(
      view.most > 0 && desk.counts ? std::min(view.most, whole->high) : whole->high);
  const double now = std::min(static_cast<double>(whole->value), most);
  const auto go = [&](double step) {
    if (const auto text = number_text(horizon, std::min(step, most))) wish(desk, horizon, *text);
  };
  // A run under way, whether it plays or catches up with its parameters, is stopped where it is.
  const bool behind = view.done < view.total, moving = view.playing || behind;
  ImGui::PushID("steps");
  const bool space = key(ImGuiKey_Space) && !ImGui::GetIO().NavVisible;
  const bool restart =
      transport_button("restart", Icon::restart, "start again, same seed (R)", false);
  const bool back = transport_button("back", Icon::back, "one step back (,)", false);
  const char* const hint = view.playing ? "pause (Space)"
                           : behind     ? "stop here (Space)"
                                        : "play (Space)";
  const bool play = transport_button("play", moving ? Icon::pause : Icon::play, hint, true);
  const bool step = transport_button("step", Icon::step, "one step (.)", false);
  progress(view, most, now, ImGui::GetCursorScreenPos().x + 0.4f * em, at, width);

  if (play || space) desk.intents.push_back({lab::play_key, moving ? "0" : "1"});
  if (restart || key(ImGuiKey_R)) go(static_cast<double>(whole->low));
  if (back || key(ImGuiKey_Comma)) go(now - 1);
  if (step || key(ImGuiKey_Period)) go(now + 1);
  ImGui::PopID();
  ImGui::SetCursorScreenPos({at.x, at.y + transport_height() + 0.5f * em});
  control(horizon, width, false, desk);
}

}  // namespace ui
