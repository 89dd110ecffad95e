// Decision regions: what a classifier says over a plane, with the examples on top.

#include "ui/maps/boundary.h"

#include <algorithm>
#include <cmath>

#include "gfx/cache.h"
#include "gfx/region.h"
#include "ui/maps/boundary_reading.h"
#include "ui/maps/shades.h"

namespace ui {

namespace {

Range range_of(const lab::Boundary& s, bool along_x) {
  const lab::Axis& axis = along_x ? s.x : s.y;
  Extent e;
  for (const lab::BoundaryPanel& panel : s.panels) {
    for (const lab::Cloud& c : panel.clouds) e.add(along_x ? c.x : c.y);
  }
  return fitted(axis, e, false);
}

const lab::BoundaryPanel* fullest(const lab::Boundary& s) {
  const lab::BoundaryPanel* best = nullptr;
  for (const lab::BoundaryPanel& panel : s.panels) {
    if (!best || panel.clouds.size() > best->clouds.size()) best = &panel;
  }
  return best;
}

float legend_line() { return 1.45f * ImGui::GetFontSize(); }

// The names of the clouds, once for all panels: where each stands, from the top left of the legend.
// The last place is the end.
std::vector<ImVec2> legend_places(const lab::Boundary& s, float width) {
  const float em = ImGui::GetFontSize();
  std::vector<ImVec2> places;
  ImVec2 at{0, 0};
  const lab::BoundaryPanel* panel = fullest(s);
  for (std::size_t c = 0; panel && c < panel->clouds.size(); ++c) {
    const std::string& name = panel->clouds[c].name;
    const float room = name.empty() ? 0 : text_size(name).x + 2.2f * em;
    if (at.x > 0 && at.x + room - em > width) at = {0, at.y + legend_line()};
    places.push_back(at);
    at.x += room;
  }
  places.push_back({0, at.x > 0 ? at.y + legend_line() : at.y});
  return places;
}

// The legend begins under the first panel, right of its ticks.
float legend_width(float width) { return width - 3 * ImGui::GetFontSize(); }

float foot_room(const lab::Boundary& s, float width) {
  const float lines = legend_places(s, width).back().y;
  return lines > 0 ? lines + 0.4f * ImGui::GetFontSize() : 0;
}

PanelFrame frame_of(const lab::Boundary& s, float width) {
  PanelFrame f{.x = s.x,
               .y = s.y,
               .x_range = range_of(s, true),
               .y_range = range_of(s, false),
               .aspect = 1,
               .foot = foot_room(s, legend_width(width))};
  const double wide = f.x_range.high - f.x_range.low, tall = f.y_range.high - f.y_range.low;
  if (wide > 0 && tall > 0) f.aspect = std::clamp(static_cast<float>(tall / wide), 0.5f, 1.2f);
  for (const lab::BoundaryPanel& p : s.panels) f.names.push_back(p.name);
  return f;
}

void draw_field(const lab::Plane& field, const Box& box, ImGuiID owner, const Panels& p,
                const Desk& desk, const Theme& t) {
  gfx::Cache* const cache = desk.gfx;
  p.draw->AddRectFilled(box.min, box.max, t.raised);
  if (sound(field) && cache) {
    const float ratio = pixel_ratio();
    const auto pixels = [ratio](float length) {
      return std::max(1, static_cast<int>(std::lround(length * ratio)));
    };
    const gfx::RegionLook look{.first = rgb(class_colour(0)),
                               .second = rgb(class_colour(1)),
                               .ground = rgb(t.surface),
                               .line = rgb(t.text),
                               .depth = t.dark ? 0.5f : 0.42f,
                               .thick = 0.8f * ratio,
                               .period = std::max(3, static_cast<int>(std::lround(6 * ratio)))};
    const gfx::Values plane(desk.stamp, [&field] {
      return gfx::Planes{field.rows, field.cols, {field.values}};
    });
    const GLuint texture = cache->drawn<gfx::RegionPass>(
        owner, plane, {pixels(box.width()), pixels(box.height()), look});
    if (texture)
      p.draw->AddImage(static_cast<ImTextureID>(texture), box.min, box.max);
    else
      draw_text(*p.draw, box.min, t.text, cache->error(), box.width());
  }
  p.draw->AddRect({box.min.x - 1, box.min.y - 1}, {box.max.x + 1, box.max.y + 1}, t.frame);
}

float radius_of(const lab::BoundaryPanel& panel, const Box& box) {
  std::size_t n = 0;
  for (const lab::Cloud& c : panel.clouds) n += points(c);
  const float room = std::sqrt(box.width() * box.height() / static_cast<float>(n + 1));
  return std::clamp(0.16f * room, 2.2f, 4.5f);
}

void draw_points(const lab::BoundaryPanel& panel, std::size_t index, const Panels& p) {
  const Box& box = p.inner[index];
  const float radius = radius_of(panel, box);
  p.draw->PushClipRect(box.min, box.max, true);
  for (std::size_t c = 0; c < panel.clouds.size(); ++c) {
    const lab::Cloud& cloud = panel.clouds[c];
    // More would cover each other; the read-out still knows them all.
    constexpr std::size_t most = 2000;
    for (std::size_t i = 0; i < points(cloud); i += points(cloud) / most + 1) {
      const double x = static_cast<double>(cloud.x[i]), y = static_cast<double>(cloud.y[i]);
      if (!std::isfinite(p.x.share(x)) || !std::isfinite(p.y.share(y))) continue;
      const ImVec2 at = p.at(index, x, y);
      const bool lit = static_cast<int>(i) == cloud.lit;
      class_marker(*p.draw, at, lit ? radius + 2 : radius, class_of(c), held_out(c));
      if (lit) p.draw->AddCircle(at, radius + 6, theme().accent, 0, 2);
    }
  }
  p.draw->PopClipRect();
}

void legend(const lab::Boundary& s, const Panels& p, const Theme& t) {
  const float em = ImGui::GetFontSize();
  const std::vector<ImVec2> places = legend_places(s, legend_width(p.area.box.width()));
  const lab::BoundaryPanel* panel = fullest(s);
  for (std::size_t c = 0; panel && c < panel->clouds.size(); ++c) {
    const std::string& name = panel->clouds[c].name;
    if (name.empty()) continue;
    const ImVec2 at{p.foot.x + places[c].x, p.foot.y + 0.4f * em + places[c].y};
    class_marker(*p.draw, {at.x + 0.4f * em, at.y + 0.55f * em}, 4.5f, class_of(c), held_out(c));
    draw_text(*p.draw, {at.x + em, at.y}, t.text, name);
  }
}

}  // namespace

float Widget<lab::Boundary>::height(const lab::Boundary& s, float width) {
  return panels_height(frame_of(s, width), width);
}

void Widget<lab::Boundary>::draw(const char* id, const lab::Boundary& s, ImVec2 size, Desk& desk) {
  const Theme t = theme();
  const Panels p = panels(id, frame_of(s, size.x), size);
  if (s.panels.empty()) return draw_text(*p.draw, p.area.box.min, t.faint, "no values");
  ImGui::PushID(id);
  for (std::size_t i = 0; i < s.panels.size(); ++i) {
    const ImGuiID owner = ImGui::GetID(static_cast<int>(i));
    draw_field(s.panels[i].field, p.inner[i], owner, p, desk, t);
    draw_points(s.panels[i], i, p);
  }
  ImGui::PopID();
  legend(s, p, t);
  read_region(s, p);
}

}  // namespace ui
