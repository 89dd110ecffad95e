// A stack of maps as labelled tiles, all drawn from one texture.

#include "ui/maps/tiles.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "gfx/cache.h"
#include "ui/controls/wish.h"
#include "ui/frame/digits.h"
#include "ui/frame/focus.h"
#include "ui/frame/readout.h"
#include "ui/frame/wrapping.h"
#include "ui/maps/cell_grid.h"
#include "ui/maps/shades.h"

namespace ui {

namespace {

constexpr float largest_pixel = 40, least_named_tile = 56;  // in points

int count(const lab::Tiles& s) { return static_cast<int>(s.names.size()); }

// Tiles in device pixels, from the top left corner of the figure.
struct TileLayout {
  gfx::Grid grid;
  float ratio = 1;
  float label = 0;  // room under each tile for its name, in points; 0 where names are left to hover
  int lines = 1;    // that a name may take there
  int tiles = 0;

  Box tile(ImVec2 at, int i) const {
    const ImVec2 from{at.x + static_cast<float>(i % grid.columns * grid.pitch_x) / ratio,
                      at.y + static_cast<float>(i / grid.columns * grid.pitch_y) / ratio};
    return {from,
            {from.x + static_cast<float>(grid.tile_width) / ratio,
             from.y + static_cast<float>(grid.tile_height) / ratio}};
  }
  int find(ImVec2 at, ImVec2 point) const {
    for (int i = 0; i < tiles; ++i) {
      Box box = tile(at, i);
      box.max.y += label;
      if (box.contains(point)) return i;
    }
    return -1;
  }
};

float gap() { return std::round(0.6f * ImGui::GetFontSize()); }
float legend_room() { return legend_height() + 0.6f * ImGui::GetFontSize(); }
// Under a tile, for a name in so many lines.
float label_room(int lines) {
  return (0.2f + 1.15f * static_cast<float>(lines)) * ImGui::GetFontSize();
}
constexpr int most_name_lines = 2;

TileLayout with_columns(const lab::Tiles& s, ImVec2 room, int columns, int name_lines) {
  const int lines = (count(s) + columns - 1) / columns;
  const float across = static_cast<float>(columns), down = static_cast<float>(lines);
  const float label = name_lines > 0 ? label_room(name_lines) : 0;
  const CellGrid cells = fitted(
      {(room.x - (across - 1) * gap()) / across, (room.y - (down - 1) * gap()) / down - label},
      s.rows, s.cols, 0, largest_pixel);
  TileLayout layout;
  layout.ratio = pixel_ratio();
  layout.label = label;
  layout.lines = name_lines;
  layout.tiles = count(s);
  layout.grid = {columns, cells.width_px, cells.height_px,
                 static_cast<int>(room.x * layout.ratio / across),
                 cells.height_px + static_cast<int>((label + gap()) * layout.ratio)};
  // Narrow tiles stand apart only as far as their names need.
  const int apart =
      static_cast<int>(std::max(label > 0 ? 6 * ImGui::GetFontSize() : 0.0f, gap()) * layout.ratio);
  layout.grid.pitch_x =
      std::max(std::min(layout.grid.pitch_x, cells.width_px + apart), cells.width_px);
  return layout;
}

// The room for the name of a tile, in points; the lit one has a mark before its own.
float name_width(const TileLayout& layout) {
  return static_cast<float>(layout.grid.pitch_x) / layout.ratio - 4;
}

bool names_fit(const lab::Tiles& s, const TileLayout& layout) {
  return std::all_of(s.names.begin(), s.names.end(), [&](const std::string& name) {
    return std::ssize(broken(name, name_width(layout))) <= layout.lines &&
           widest_word(name) <= name_width(layout);
  });
}

// The columns that make the tiles largest; names where tiles are wide enough for them, in two lines
// where one is too short for any of them.
TileLayout arranged(const lab::Tiles& s, ImVec2 room) {
  TileLayout first, best;
  for (int lines = 1; lines <= most_name_lines; ++lines) {
    best = {};
    for (int columns = 1; columns <= count(s); ++columns) {
      const TileLayout layout = with_columns(s, room, columns, lines);
      if (layout.grid.tile_width > best.grid.tile_width) best = layout;
    }
    if (names_fit(s, best)) return best;
    if (lines == 1) first = best;
  }
  // Names that are too long all the same are cut.
  for (const TileLayout& layout : {best, first})
    if (static_cast<float>(layout.grid.pitch_x) >= least_named_tile * layout.ratio) return layout;
  best = {};
  for (int columns = 1; columns <= count(s); ++columns) {
    const TileLayout layout = with_columns(s, room, columns, 0);
    if (layout.grid.tile_width > best.grid.tile_width) best = layout;
  }
  return best;
}

// `name`, cut to `width` with an ellipsis.
std::string shortened(const std::string& name, float width) {
  if (text_size(name).x <= width) return name;
  std::string cut = name;
  while (!cut.empty() && text_size(cut + "…").x > width) {
    while (cut.size() > 1 && (cut.back() & 0xC0) == 0x80) cut.pop_back();
    cut.pop_back();
  }
  return cut + "…";
}

void draw_tile(ImDrawList& draw, const lab::Tiles& s, const TileLayout& layout, ImVec2 at, int i,
               bool loud, const Theme& t) {
  const Box box = layout.tile(at, i);
  draw.AddRect({box.min.x - 1, box.min.y - 1}, {box.max.x + 1, box.max.y + 1},
               loud ? t.text : t.grid);
  if (i == s.lit)
    draw.AddRect({box.min.x - 2.5f, box.min.y - 2.5f}, {box.max.x + 2.5f, box.max.y + 2.5f},
                 t.accent, 2, 0, 3);
  if (layout.label == 0) return;
  const float em = ImGui::GetFontSize(), y = box.max.y + 0.3f * em;
  float x = box.min.x;
  if (i == s.lit) {
    draw.AddTriangleFilled({x, y + 0.25f * em}, {x + 0.5f * em, y + 0.55f * em},
                           {x, y + 0.85f * em}, t.accent);
    x += 0.7f * em;
  }
  const float room = name_width(layout) - (x - box.min.x);
  const std::string& name = s.names[static_cast<std::size_t>(i)];
  std::vector<std::string> lines = broken(name, room);
  if (std::ssize(lines) > layout.lines) {
    for (std::size_t k = static_cast<std::size_t>(layout.lines); k < lines.size(); ++k)
      lines[static_cast<std::size_t>(layout.lines) - 1] += " " + lines[k];
    lines.resize(static_cast<std::size_t>(layout.lines));
  }
  for (std::size_t k = 0; k < lines.size(); ++k)
    draw_text(draw, {x, y + 1.15f * em * static_cast<float>(k)},
              i == s.lit || loud ? t.text : t.faint, shortened(lines[k], room));
}

void read_out(const lab::Tiles& s, const Box& tile, int i, ImVec2 point) {
  std::vector<ReadLine> lines = {{s.names[static_cast<std::size_t>(i)]}};
  const auto part = [](float at, float low, float high, int n) {
    return static_cast<int>(std::floor((at - low) / (high - low) * static_cast<float>(n)));
  };
  const int r = part(point.y, tile.min.y, tile.max.y, s.rows);
  const int c = part(point.x, tile.min.x, tile.max.x, s.cols);
  if (r >= 0 && c >= 0 && r < s.rows && c < s.cols) {
    const float v = s.values[static_cast<std::size_t>((i * s.rows + r) * s.cols + c)];
    lines.push_back({"row " + std::to_string(r + 1) + ", column " + std::to_string(c + 1) + ": " +
                     readable(v, 6)});
  }
  readout(point, lines);
}

gfx::Planes planes_of(const lab::Tiles& s) {
  gfx::Planes planes{s.rows, s.cols, {}};
  const std::size_t size = static_cast<std::size_t>(s.rows) * static_cast<std::size_t>(s.cols);
  for (std::size_t i = 0; i < s.names.size(); ++i)
    planes.values.push_back(std::span(s.values).subspan(i * size, size));
  return planes;
}

// Moves the tile with the focus by the arrow keys and returns it; -1 without focus, and after a
// click until the keys are used.
int focused_tile(const lab::Tiles& s, const Area& a, const Keys& k, int columns) {
  const int at = std::clamp(kept(a.id, "tile", std::max(s.lit, 0)), 0, count(s) - 1);
  const int moved = at + k.right + k.down * columns;
  const int now = moved >= 0 && moved < count(s) ? moved : at;
  if (now != at) keep(a.id, "tile", now);
  if (a.pressed || k.any_arrow()) keep(a.id, "by keys", k.any_arrow());
  return a.focused && (ImGui::GetIO().NavVisible || kept(a.id, "by keys")) ? now : -1;
}

}  // namespace

float Widget<lab::Tiles>::height(const lab::Tiles& s, float width) {
  if (s.names.empty() || s.rows < 1 || s.cols < 1) return label_room(1);
  // Even rows of tiles of ninety points or so; a few are larger, side by side if that can be.
  const auto n = static_cast<float>(count(s));
  const float largest = std::clamp(width / n, 130.0f, 260.0f);
  const float most = std::max(std::floor(width / (80 + gap())), 1.0f);
  const float lines = std::ceil(n / std::min(most, n));
  const int columns = static_cast<int>(std::ceil(n / lines));
  TileLayout layout;
  for (int name_lines = 1; name_lines <= most_name_lines; ++name_lines) {
    const float room = lines * (largest + label_room(name_lines) + gap());
    layout = with_columns(s, {width - 6, room}, columns, name_lines);
    if (names_fit(s, layout)) break;
  }
  return static_cast<float>(layout.grid.height(count(s))) / layout.ratio + layout.label +
         legend_room() + 8;
}

void Widget<lab::Tiles>::draw(const char* id, const lab::Tiles& s, ImVec2 size, Desk& desk) {
  const Theme t = theme();
  const Area a = area(id, size);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const std::size_t cells =
      static_cast<std::size_t>(std::max(s.rows, 0)) * static_cast<std::size_t>(std::max(s.cols, 0));
  if (s.names.empty() || cells == 0 || s.values.size() != cells * s.names.size())
    return draw_text(draw, a.box.min, t.faint, "no maps");

  const TileLayout layout =
      arranged(s, {a.box.width() - 6, std::max(a.box.height() - legend_room() - 6, 24.0f)});
  const CellGrid corner = placed({}, {a.box.min.x + 3, a.box.min.y + 3});
  const gfx::Ramp ramp = s.signed_values ? signed_ramp(t) : gfx::magnitude(t.dark);
  const gfx::Look look = map_look(t, ramp, s.peak);
  const gfx::Values values(desk.stamp, [&s] { return planes_of(s); });
  const GLuint texture =
      desk.gfx ? desk.gfx->drawn<gfx::MapPass>(a.id, values, {layout.grid, look}) : 0;
  const int n = count(s);
  if (texture)
    draw.AddImage(static_cast<ImTextureID>(texture), corner.at,
                  {corner.at.x + static_cast<float>(layout.grid.width(n)) / layout.ratio,
                   corner.at.y + static_cast<float>(layout.grid.height(n)) / layout.ratio});
  else if (desk.gfx)
    draw_text(draw, corner.at, t.text, desk.gfx->error(), a.box.width());

  const Keys k = keys(a);
  const int focused = focused_tile(s, a, k, layout.grid.columns);
  const int hovered = a.hovered ? layout.find(corner.at, a.mouse) : -1;
  const int loud = hovered >= 0 ? hovered : focused;
  for (int i = 0; i < n; ++i) draw_tile(draw, s, layout, corner.at, i, i == loud, t);
  if (loud >= 0) {
    const Box tile = layout.tile(corner.at, loud);
    read_out(s, tile, loud, hovered >= 0 ? a.mouse : ImVec2{tile.max.x, tile.min.y - 1});
  }
  const int picked = a.pressed ? hovered : k.enter ? focused : -1;
  if (picked >= 0) keep(a.id, "tile", picked);
  if (const lab::Field* field = desk.field(s.pick); field && picked >= 0)
    wish(desk, *field, s.names[static_cast<std::size_t>(picked)]);
  if (hovered >= 0 && !s.pick.empty()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);

  ramp_legend(draw, {corner.at.x, a.box.max.y - legend_height()},
              std::min(14 * ImGui::GetFontSize(), a.box.width() - 6), ramp, s.peak, t);
}

}  // namespace ui
