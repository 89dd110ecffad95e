#include "ui/maps/heat_scale.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/maps/shades.h"

namespace ui {

float HeatScale::place(float v) const {
  if (two_sided) return static_cast<float>(static_cast<double>(v) / peak);
  if (range.logarithmic && v == 0) return 0;
  const double share = range.share(static_cast<double>(v));
  return std::isfinite(share) ? static_cast<float>(std::clamp(share, 0.0, 1.0))
                              : std::numeric_limits<float>::quiet_NaN();
}

HeatScale heat_scale(const lab::Heat& s) {
  std::vector<std::span<const float>> values;
  for (const lab::HeatPanel& panel : s.panels) values.emplace_back(panel.cells.values);
  return heat_scale(s.value, s.signed_values, values);
}

HeatScale heat_scale(const lab::Axis& value, bool signed_values,
                     const std::vector<std::span<const float>>& values) {
  HeatScale out;
  Extent e;
  for (const std::span<const float> some : values) {
    e.add(some);
    for (const float v : some)
      out.gaps |= !std::isfinite(v) || (value.logarithmic && v < 0 && !signed_values);
  }
  const bool fixed = value.low < value.high;
  out.two_sided = signed_values;
  if (signed_values) {
    const double low = fixed ? value.low : e.empty() ? 0 : e.low();
    const double high = fixed ? value.high : e.empty() ? 0 : e.high();
    out.peak = std::max({std::fabs(low), std::fabs(high), 1e-30});
    out.range = {-out.peak, out.peak, false};
    return out;
  }
  out.range = fitted(value, e, false);
  if (fixed || e.empty()) return out;
  // The ramp ends at the values themselves; room at its ends would be colours that never appear.
  if (value.logarithmic && e.smallest_positive() > 0 && e.smallest_positive() < e.high())
    out.range = {e.smallest_positive(), e.high(), true};
  if (!value.logarithmic && e.low() < e.high()) out.range = {e.low(), e.high(), false};
  return out;
}

std::vector<float> HeatScale::places(std::span<const float> values) const {
  std::vector<float> all(values.size());
  std::transform(values.begin(), values.end(), all.begin(), [this](float v) { return place(v); });
  return all;
}

gfx::Ramp ramp_of(const HeatScale& scale, const Theme& t) {
  return scale.two_sided ? signed_ramp(t) : gfx::magnitude(t.dark);
}

float scale_bar_height() { return 3.4f * ImGui::GetFontSize(); }

namespace {

// Leaves out what stands behind the last comma, as long as the title is wider than its room.
void shorten(std::string& title, float room) {
  while (text_size(title).x > room && title.find(',') != std::string::npos)
    title.erase(title.rfind(','));
}

}  // namespace

void scale_bar(ImDrawList& draw, const lab::Axis& value, const HeatScale& scale, const Box& area,
               ImVec2 foot, const Theme& t) {
  const float em = ImGui::GetFontSize();
  const gfx::Ramp ramp = ramp_of(scale, t);
  std::string title = value.label;
  if (scale.range.logarithmic) title += title.empty() ? "log scale" : ", log scale";
  const float y = foot.y + 1.65f * em, bottom = y + 0.65f * em;
  const float width = std::min(22 * em, area.max.x - foot.x - em);
  // What is missing is told beside the ramp, or at the end of its title's line.
  const std::string missing = missing_words(value);
  const float room = scale.gaps ? text_size(missing).x + 2 * em : 0;
  const bool beside = foot.x + width + room + em < area.max.x;
  const float x = beside ? foot.x + width + em : area.max.x - room;
  shorten(title, beside ? area.max.x - foot.x : x - foot.x - em);
  draw_text(draw, {foot.x, foot.y + 0.45f * em}, t.text, title);
  for (int i = 0; i + 1 < gfx::ramp_stops; ++i) {
    const auto k = static_cast<std::size_t>(i);
    const ImU32 left = packed(ramp.stops[k]), right = packed(ramp.stops[k + 1]);
    constexpr auto parts = static_cast<float>(gfx::ramp_stops - 1);
    draw.AddRectFilledMultiColor({foot.x + width * static_cast<float>(i) / parts, y},
                                 {foot.x + width * static_cast<float>(i + 1) / parts, bottom}, left,
                                 right, right, left);
  }
  draw.AddRect({foot.x, y}, {foot.x + width, bottom}, t.frame);
  float free = area.min.x;
  for (const Tick& tick : ticks(scale.range, std::max(2, static_cast<int>(width / (4 * em))))) {
    const float place = foot.x + width * static_cast<float>(scale.range.share(tick.at));
    draw.AddLine({place, bottom - 3}, {place, bottom + 2}, t.frame);
    const float half = 0.5f * text_size(tick.label).x;
    if (tick.label.empty() || place - half < free) continue;
    draw_text(draw, {place - half, bottom + 2}, t.faint, tick.label);
    free = place + half + 0.6f * em;
  }
  if (!scale.gaps) return;
  const float at = beside ? y - 0.1f * em : foot.y + 0.5f * em;
  const Box box{{x, at}, {x + 1.3f * em, at + 0.9f * em}};
  hatch(draw, box, t.faint, 4);
  draw.AddRect(box.min, box.max, t.frame);
  draw_text(draw, {box.max.x + 0.4f * em, at - 0.05f * em}, t.faint, missing);
}

std::string missing_words(const lab::Axis& value) {
  return value.logarithmic ? "0 or not finite" : "not finite";
}

}  // namespace ui
