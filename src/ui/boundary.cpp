// Decision regions: what a classifier says over a plane, with the examples on top.

#include <algorithm>
#include <cmath>

#include "gfx/cache.h"
#include "ui/digits.h"
#include "ui/map_widgets.h"
#include "ui/panels.h"
#include "ui/shades.h"
#include "ui/widget.h"

namespace ui {

namespace {

std::size_t points(const lab::Cloud& c) { return std::min(c.x.size(), c.y.size()); }

// Clouds beyond the second are the same classes over again, held out: drawn hollow.
int class_of(std::size_t cloud) { return static_cast<int>(cloud % 2); }
bool held_out(std::size_t cloud) { return cloud >= 2; }

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

bool sound(const lab::Plane& p) {
  return p.rows > 0 && p.cols > 0 &&
         p.values.size() == static_cast<std::size_t>(p.rows) * static_cast<std::size_t>(p.cols);
}

void draw_field(const lab::Plane& field, const Box& box, ImGuiID owner, const Panels& p,
                gfx::Cache* cache, const Theme& t) {
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
    const gfx::Planes plane{field.rows, field.cols, {field.values}};
    const GLuint texture =
        cache->region(owner, plane, pixels(box.width()), pixels(box.height()), look);
    if (texture)
      p.draw->AddImage(static_cast<ImTextureID>(texture), box.min, box.max);
    else
      words(*p.draw, box.min, t.text, cache->error(), box.width());
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
    words(*p.draw, {at.x + em, at.y}, t.text, name);
  }
}

struct Spot {
  int panel = -1;
  double x = 0, y = 0;
};

// The place under the pointer, or the one that the arrow keys have moved to.
Spot spot(const lab::Boundary& s, const Panels& p) {
  const ImGuiID id = p.area.id;
  const int pointed = p.area.hovered ? p.find(p.area.mouse) : -1;
  const auto n = static_cast<int>(s.panels.size());
  int panel = std::min(kept(id, "panel", -1), n - 1);
  float across = kept_real(id, "across", 0.5f), up = kept_real(id, "up", 0.5f);
  const auto shares = [&](int of) {
    const Box& box = p.inner[static_cast<std::size_t>(of)];
    return ImVec2{(p.area.mouse.x - box.min.x) / box.width(),
                  (box.max.y - p.area.mouse.y) / box.height()};
  };
  if (p.area.pressed) {
    panel = panel >= 0 && pointed < 0 ? -1 : pointed;
    if (panel >= 0) across = shares(panel).x, up = shares(panel).y;
  }
  const Keys k = keys(p.area);
  if (k.escape) panel = -1;
  if (k.any_arrow() && panel < 0) {
    panel = n > 0 ? 0 : -1;
  } else if (k.any_arrow()) {
    constexpr float step = 1.0f / 40;
    across += step * static_cast<float>(k.right);
    up = std::clamp(up - step * static_cast<float>(k.down), 0.0f, 1.0f);
    if (across > 1 && panel + 1 < n) across = 0, ++panel;
    if (across < 0 && panel > 0) across = 1, --panel;
    across = std::clamp(across, 0.0f, 1.0f);
  }
  keep(id, "panel", panel);
  keep_real(id, "across", across);
  keep_real(id, "up", up);
  const ImVec2 at = pointed >= 0 ? shares(pointed) : ImVec2{across, up};
  return {pointed >= 0 ? pointed : panel, p.x.value(static_cast<double>(at.x)),
          p.y.value(static_cast<double>(at.y))};
}

// The field at a place, bilinear between the centres of cells as the shader has it.
double field_at(const lab::Plane& f, double across, double down) {
  const auto place = [](double share, int n) {
    return std::clamp(share * n - 0.5, 0.0, static_cast<double>(n - 1));
  };
  const double x = place(across, f.cols), y = place(down, f.rows);
  const int col = std::min(static_cast<int>(x), std::max(f.cols - 2, 0));
  const int row = std::min(static_cast<int>(y), std::max(f.rows - 2, 0));
  const double wx = x - col, wy = y - row;
  const auto cell = [&](int r, int c) {
    r = std::min(r, f.rows - 1), c = std::min(c, f.cols - 1);
    return static_cast<double>(f.values[static_cast<std::size_t>(r * f.cols + c)]);
  };
  const double top = cell(row, col) * (1 - wx) + cell(row, col + 1) * wx;
  const double bottom = cell(row + 1, col) * (1 - wx) + cell(row + 1, col + 1) * wx;
  return top * (1 - wy) + bottom * wy;
}

// The example within reach of a place, as a line of words.
std::string example_near(const lab::BoundaryPanel& panel, std::size_t index, const Panels& p,
                         ImVec2 place) {
  std::string text;
  float nearest = 7;
  for (const lab::Cloud& c : panel.clouds) {
    for (std::size_t i = 0; i < points(c); ++i) {
      const ImVec2 at = p.at(index, static_cast<double>(c.x[i]), static_cast<double>(c.y[i]));
      const float away = std::hypot(at.x - place.x, at.y - place.y);
      if (!(away < nearest)) continue;
      nearest = away;
      text = i < c.labels.size() ? c.labels[i] : "example of " + c.name;
    }
  }
  return text;
}

void read_out(const lab::Boundary& s, const Panels& p, const Spot& spot, const Theme& t) {
  const auto i = static_cast<std::size_t>(spot.panel);
  const lab::BoundaryPanel& panel = s.panels[i];
  const ImVec2 at = p.at(i, spot.x, spot.y);
  p.draw->AddCircle(at, 5, t.surface, 0, 4);
  p.draw->AddCircle(at, 5, t.text, 0, 1.5f);
  std::vector<ReadLine> lines;
  if (!panel.name.empty()) lines.push_back({panel.name});
  lines.push_back({s.x.label + " " + shown(spot.x, 4) + ", " + s.y.label + " " + shown(spot.y, 4)});
  if (sound(panel.field)) {
    const double v = field_at(panel.field, p.x.share(spot.x), 1 - p.y.share(spot.y));
    const std::string second =
        panel.clouds.size() > 1 && !panel.clouds[1].name.empty() ? panel.clouds[1].name : "class 2";
    lines.push_back({std::isfinite(v) ? "probability of " + second + ": " + shown(v, 4)
                                      : "the network's output is not finite here",
                     std::isfinite(v) ? class_colour(v < 0.5 ? 0 : 1) : 0});
  }
  const std::string example = example_near(panel, i, p, at);
  if (!example.empty()) lines.push_back({example});
  readout(at, lines);
}

}  // namespace

float boundary_height(const lab::Boundary& s, float width) {
  return panels_height(frame_of(s, width), width);
}

void boundary(const char* id, const lab::Boundary& s, ImVec2 size, Desk& desk) {
  const Theme t = theme();
  const Panels p = panels(id, frame_of(s, size.x), size);
  if (s.panels.empty()) return words(*p.draw, p.area.box.min, t.faint, "no values");
  ImGui::PushID(id);
  for (std::size_t i = 0; i < s.panels.size(); ++i) {
    const ImGuiID owner = ImGui::GetID(static_cast<int>(i));
    draw_field(s.panels[i].field, p.inner[i], owner, p, desk.gfx, t);
    draw_points(s.panels[i], i, p);
  }
  ImGui::PopID();
  legend(s, p, t);
  const Spot read = spot(s, p);
  if (read.panel >= 0) read_out(s, p, read, t);
}

}  // namespace ui
