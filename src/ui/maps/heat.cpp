// Planes of values as colours on one scale, each from a texture, with a cell that is read out.

#include "ui/maps/heat.h"

#include <algorithm>
#include <cmath>

#include "gfx/cache.h"
#include "ui/frame/digits.h"
#include "ui/frame/readout.h"
#include "ui/maps/heat_scale.h"
#include "ui/maps/shades.h"
#include "ui/plots/panels.h"

namespace ui {

namespace {

int most_rows(const lab::Heat& s) {
  int rows = 1;
  for (const lab::HeatPanel& p : s.panels) rows = std::max(rows, p.cells.rows);
  return rows;
}

int most_cols(const lab::Heat& s) {
  int cols = 1;
  for (const lab::HeatPanel& p : s.panels) cols = std::max(cols, p.cells.cols);
  return cols;
}

// Rows and columns count from 1 where an axis has no range of its own; where it has one, a cell
// that is whole numbers wide stands for whole numbers.
Range edges(const lab::Axis& axis, int count) {
  if (!(axis.low < axis.high)) return {0.5, static_cast<double>(count) + 0.5, false, true};
  Range own = fitted(axis, {}, false);
  const double pitch = (own.high - own.low) / std::max(count, 1);
  own.whole = pitch == std::floor(pitch);
  return own;
}

std::vector<std::string> row_names(const lab::Heat& s) {
  if (!s.rows.empty() || s.y.low < s.y.high) return s.rows;
  std::vector<std::string> names;
  for (int i = 1; i <= most_rows(s); ++i) names.push_back(std::to_string(i));
  return names;
}

PanelFrame frame_of(const lab::Heat& s, const std::vector<std::string>& rows) {
  PanelFrame f{.x = s.x,
               .y = s.y,
               .x_range = edges(s.x, most_cols(s)),
               .y_range = edges(s.y, most_rows(s)),
               .row_names = rows.empty() ? nullptr : &rows,
               .aspect = most_rows(s) < 8 ? 0.5f : 0.75f,
               .foot = scale_bar_height()};
  for (const lab::HeatPanel& p : s.panels) f.names.push_back(p.name);
  return f;
}

bool sound(const lab::Plane& p) {
  return p.rows > 0 && p.cols > 0 &&
         p.values.size() == static_cast<std::size_t>(p.rows) * static_cast<std::size_t>(p.cols);
}

void draw_cells(const lab::HeatPanel& panel, const Box& box, const HeatScale& scale, ImGuiID owner,
                const Panels& p, const Desk& desk, const Theme& t) {
  gfx::Cache* const cache = desk.gfx;
  p.draw->AddRectFilled(box.min, box.max, t.raised);
  if (!sound(panel.cells)) return draw_text(*p.draw, box.min, t.faint, "no values");
  std::vector<float> places;
  const gfx::Values values(desk.stamp, [&] {
    places = scale.places(panel.cells.values);
    return gfx::Planes{panel.cells.rows, panel.cells.cols, {places}};
  });
  const auto pixels = [](float length) {
    return std::max(1, static_cast<int>(std::lround(length * pixel_ratio())));
  };
  const int width = pixels(box.width()), height = pixels(box.height());
  const gfx::Ramp ramp = ramp_of(scale, t);
  const GLuint texture =
      cache ? cache->drawn<gfx::MapPass>(owner, values,
                                         {{1, width, height, width, height}, map_look(t, ramp, 1)})
            : 0;
  if (texture) p.draw->AddImage(static_cast<ImTextureID>(texture), box.min, box.max);
  if (cache && !texture) draw_text(*p.draw, box.min, t.text, cache->error(), box.width());
  p.draw->AddRect({box.min.x - 1, box.min.y - 1}, {box.max.x + 1, box.max.y + 1}, t.frame);
}

// A cell of a panel, all from 0.
struct HeatCell {
  int panel = -1, row = 0, col = 0;
};

HeatCell under(const lab::Heat& s, const Panels& p) {
  if (!p.area.hovered) return {};
  const int panel = p.find(p.area.mouse);
  if (panel < 0) return {};
  const lab::Plane& cells = s.panels[static_cast<std::size_t>(panel)].cells;
  const Box& box = p.inner[static_cast<std::size_t>(panel)];
  const auto part = [](float at, float length, int n) {
    return std::clamp(static_cast<int>(at / length * static_cast<float>(n)), 0, std::max(n - 1, 0));
  };
  return {panel, part(p.area.mouse.y - box.min.y, box.height(), cells.rows),
          part(p.area.mouse.x - box.min.x, box.width(), cells.cols)};
}

// The spot that the arrow keys have reached or a click has set; beyond a side lies the next panel.
HeatCell walked(const lab::Heat& s, const Panels& p, const HeatCell& pointed) {
  const ImGuiID id = p.area.id;
  HeatCell at{kept(id, "panel", -1), kept(id, "row"), kept(id, "col")};
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Left) || !p.area.focused) at = {};
  if (tapped(p.area) && by_finger()) at = pointed;
  const Keys k = keys(p.area);
  if (k.escape) at = {};
  const int n = static_cast<int>(s.panels.size());
  if (k.any_arrow() && at.panel < 0) {
    at = {0, 0, 0};
  } else if (k.any_arrow()) {
    at.row += k.down, at.col += k.right;
    if (at.col < 0 && at.panel > 0) at.col = 1 << 30, --at.panel;
    const int cols = s.panels[static_cast<std::size_t>(std::clamp(at.panel, 0, n - 1))].cells.cols;
    if (at.col >= cols && k.right > 0 && at.panel + 1 < n) at.col = 0, ++at.panel;
  }
  if (at.panel >= n) at = {};
  if (at.panel >= 0) {
    const lab::Plane& cells = s.panels[static_cast<std::size_t>(at.panel)].cells;
    at.row = std::clamp(at.row, 0, std::max(cells.rows - 1, 0));
    at.col = std::clamp(at.col, 0, std::max(cells.cols - 1, 0));
  }
  keep(id, "panel", at.panel);
  keep(id, "row", at.row);
  keep(id, "col", at.col);
  return at;
}

// "step 12", or the reach of a cell that is not one whole number wide.
std::string place_name(const std::string& label, const Range& r, int i, int n) {
  const double from = r.value(static_cast<double>(i) / n), to = r.value((i + 1.0) / n);
  const double middle = 0.5 * (from + to), whole = std::round(middle);
  const std::string start = label.empty() ? "" : label + " ";
  if (std::fabs(to - from - 1) < 1e-6 && std::fabs(middle - whole) < 1e-6)
    return start + readable(whole);
  return start + readable(from) + " to " + readable(to);
}

void read_out(const lab::Heat& s, const Panels& p, const HeatCell& spot, const HeatScale& scale,
              const std::vector<std::string>& rows, const Theme& t) {
  const auto i = static_cast<std::size_t>(spot.panel);
  const lab::Plane& cells = s.panels[i].cells;
  if (!sound(cells)) return;
  const Box& box = p.inner[i];
  const float wide = box.width() / static_cast<float>(cells.cols);
  const float tall = box.height() / static_cast<float>(cells.rows);
  const ImVec2 at{box.min.x + static_cast<float>(spot.col) * wide,
                  box.min.y + static_cast<float>(spot.row) * tall};
  // A cell of less than a few pixels gets a frame around it.
  const float air_x = std::max(0.0f, 0.5f * (6 - wide)), air_y = std::max(0.0f, 0.5f * (6 - tall));
  const ImVec2 from{at.x - air_x, at.y - air_y}, to{at.x + wide + air_x, at.y + tall + air_y};
  p.draw->AddRect({from.x - 1, from.y - 1}, {to.x + 1, to.y + 1}, t.surface, 0, 0, 3);
  p.draw->AddRect(from, to, t.text, 0, 0, 1.5f);

  const float v = cells.values[static_cast<std::size_t>(spot.row * cells.cols + spot.col)];
  const auto r = static_cast<std::size_t>(spot.row);
  const std::string row = r < rows.size()
                              ? (s.rows.empty() ? s.y.label + " " : "") + rows[r]
                              : place_name(s.y.label, p.y, cells.rows - 1 - spot.row, cells.rows);
  std::vector<ReadLine> lines;
  if (!s.panels[i].name.empty()) lines.push_back({s.panels[i].name});
  lines.push_back({row + ", " + place_name(s.x.label, p.x, spot.col, cells.cols)});
  const gfx::Ramp ramp = ramp_of(scale, t);
  const float place = scale.place(v);
  const std::string name = s.value.label.empty() ? "value" : s.value.label;
  lines.push_back(
      {name + " " +
           (std::isnan(v) ? "is " + missing_words(s.value) : readable(static_cast<double>(v), 7)),
       std::isfinite(place) ? packed(gfx::colour(ramp, place, 1)) : 0});
  readout({to.x, from.y}, lines);
}

}  // namespace

float Widget<lab::Heat>::height(const lab::Heat& s, float width) {
  const std::vector<std::string> rows = row_names(s);
  return panels_height(frame_of(s, rows), width);
}

float Widget<lab::Heat>::least_height(const lab::Heat& s, float width) {
  const std::vector<std::string> rows = row_names(s);
  return least_panels_height(frame_of(s, rows), width);
}

void Widget<lab::Heat>::draw(const char* id, const lab::Heat& s, ImVec2 size, Desk& desk) {
  const Theme t = theme();
  const std::vector<std::string> rows = row_names(s);
  const HeatScale scale = heat_scale(s);
  const Panels p = panels(id, frame_of(s, rows), size);
  if (s.panels.empty()) return draw_text(*p.draw, p.area.box.min, t.faint, "no values");
  ImGui::PushID(id);
  for (std::size_t i = 0; i < s.panels.size(); ++i)
    draw_cells(s.panels[i], p.inner[i], scale, ImGui::GetID(static_cast<int>(i)), p, desk, t);
  ImGui::PopID();
  scale_bar(*p.draw, s.value, scale, p.area.box, p.foot, t);
  const HeatCell pointed = under(s, p), pinned = walked(s, p, pointed);
  const HeatCell read = pointed.panel >= 0 ? pointed : pinned;
  if (read.panel >= 0) read_out(s, p, read, scale, rows, t);
}

}  // namespace ui
