#include "ui/controls/played.h"

#include <algorithm>

#include "ui/controls/slider.h"
#include "ui/controls/transport.h"
#include "ui/controls/wish.h"
#include "ui/frame/focus.h"

namespace ui {

namespace {

// Asks for the next value where the last one has been answered. False at the end, and where
// somebody has set another value meanwhile.
bool run_on(ImGuiID own, const lab::Field& field, const lab::Whole& whole, Desk& desk) {
  // A two-hundredth of the way, so that the whole of it takes some seconds.
  const std::int64_t by = std::max<std::int64_t>((whole.high - whole.low) / 200, 1);
  const auto now = static_cast<int>(whole.value);
  const int asked = kept(own, "asked", now), from = kept(own, "from", now);
  if (now != asked && now != from) return false;
  if (now != asked) return true;
  if (whole.value >= whole.high) return false;
  const std::int64_t next = std::min(whole.value + by, whole.high);
  keep(own, "from", now);
  keep(own, "asked", static_cast<int>(next));
  wish(desk, field, std::to_string(next));
  return true;
}

}  // namespace

void played(const lab::Field& field, const lab::Whole& whole, float width, Desk& desk) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float em = ImGui::GetFontSize();
  const ImGuiID own = ImGui::GetID("played");
  // A run that was out of sight for a frame has stopped.
  const int frame = ImGui::GetFrameCount();
  bool running = kept(own, "running") != 0 && kept(own, "frame") == frame - 1;
  const auto start = [&](std::int64_t from) {
    running = true;
    keep(own, "from", static_cast<int>(whole.value));
    keep(own, "asked", static_cast<int>(from));
    wish(desk, field, std::to_string(from));
  };
  if (transport_button("restart", Icon::restart, "begin again at the first step, same seed", false))
    start(whole.low);
  const char* const hint = running ? "pause" : "go on";
  if (transport_button("play", running ? Icon::pause : Icon::play, hint, false)) {
    if (running)
      running = false;
    else
      start(whole.value >= whole.high ? whole.low : whole.value);
  } else if (running) {
    running = run_on(own, field, whole, desk);
  }
  keep(own, "running", running);
  keep(own, "frame", frame);
  desk.restless |= running;
  const float left = 2 * (2.6f + 0.35f) * em + 0.4f * em;
  ImGui::SetCursorScreenPos({at.x + left, at.y});
  slider(field, width - left, desk);
  ImGui::SetCursorScreenPos(
      {at.x, std::max(ImGui::GetCursorScreenPos().y, at.y + transport_height() + 0.4f * em)});
}

}  // namespace ui
