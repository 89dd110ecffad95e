#include "ui/maps/shades.h"

#include <algorithm>
#include <cmath>

#include "ui/frame/digits.h"

namespace ui {

gfx::Rgb rgb(ImU32 colour) {
  const ImVec4 c = ImGui::ColorConvertU32ToFloat4(colour);
  return {c.x, c.y, c.z};
}

ImU32 packed(gfx::Rgb c) { return ImGui::ColorConvertFloat4ToU32({c.r, c.g, c.b, 1}); }

gfx::Ramp signed_ramp(const Theme& t) {
  return gfx::diverging(rgb(t.negative), rgb(t.surface), rgb(t.positive));
}

gfx::Look map_look(const Theme& t, const gfx::Ramp& ramp, float peak) {
  gfx::Look look;
  look.ramp = ramp;
  look.peak = peak;
  look.ground = rgb(t.surface);
  look.line = rgb(t.faint);
  look.period = std::max(3, static_cast<int>(std::lround(6 * pixel_ratio())));
  return look;
}

Shading input_shading(const lab::Sliding& s, const Theme& t) {
  const auto grey = [](float v) { return !(v < 0 || v > 1); };
  const auto all_grey = [&](const lab::Plane& p) {
    return std::all_of(p.values.begin(), p.values.end(), grey);
  };
  if (s.colour || std::all_of(s.input.begin(), s.input.end(), all_grey)) return {gfx::grey(), 1};
  float peak = 0;
  for (const lab::Plane& plane : s.input) peak = std::max(peak, peak_of(plane.values));
  return {signed_ramp(t), peak};
}

float peak_of(const std::vector<float>& values) {
  float peak = 0;
  for (const float v : values)
    if (std::isfinite(v)) peak = std::max(peak, std::fabs(v));
  return peak > 0 ? peak : 1;
}

ImU32 ink_on(gfx::Rgb ground) {
  // Relative luminance 0.18 contrasts equally with black and white; its OKLab lightness is 0.56,
  // and colours look a little darker than the grey of their luminance.
  return gfx::lightness(ground) > 0.6f ? IM_COL32(16, 20, 26, 255) : IM_COL32_WHITE;
}

float legend_height() { return 0.6f * ImGui::GetFontSize() + 1.3f * ImGui::GetFontSize(); }

void ramp_legend(ImDrawList& draw, ImVec2 at, float width, const gfx::Ramp& ramp, float peak,
                 const Theme& t) {
  const float em = ImGui::GetFontSize(), bottom = at.y + 0.6f * em;
  constexpr int parts = gfx::ramp_stops - 1;
  for (int i = 0; i < parts; ++i) {
    const ImU32 left = packed(ramp.stops[static_cast<std::size_t>(i)]);
    const ImU32 right = packed(ramp.stops[static_cast<std::size_t>(i) + 1]);
    const float from = at.x + width * static_cast<float>(i) / parts;
    const float to = at.x + width * static_cast<float>(i + 1) / parts;
    draw.AddRectFilledMultiColor({from, at.y}, {to, bottom}, left, right, right, left);
  }
  draw.AddRect(at, {at.x + width, bottom}, t.frame);

  const float top = bottom + 0.15f * em;
  const std::string high = readable(peak, 3), low = ramp.around_zero ? readable(-peak, 3) : "0";
  draw_text(draw, {at.x, top}, t.faint, low);
  draw_text(draw, {at.x + width - text_size(high).x, top}, t.faint, high);
  if (!ramp.around_zero) return;
  const float middle = at.x + width / 2;
  draw.AddLine({middle, bottom - 0.2f * em}, {middle, bottom + 0.15f * em}, t.frame);
  draw_text(draw, {middle - text_size("0").x / 2, top}, t.faint, "0");
}

float pixel_ratio() {
  const float ratio = ImGui::GetIO().DisplayFramebufferScale.x;
  return ratio > 0 ? ratio : 1;
}

}  // namespace ui
