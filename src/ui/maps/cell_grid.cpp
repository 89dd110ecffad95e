#include "ui/maps/cell_grid.h"

#include <algorithm>
#include <cmath>

#include "lab/shapes/sliding_reading.h"
#include "ui/frame/digits.h"
#include "ui/maps/shades.h"

namespace ui {

Box CellGrid::box(int row, int col, int tall, int wide) const {
  const ImVec2 corner{at.x + static_cast<float>(col + ring) * cell,
                      at.y + static_cast<float>(row + ring) * cell};
  return {corner,
          {corner.x + static_cast<float>(wide) * cell, corner.y + static_cast<float>(tall) * cell}};
}

Cell CellGrid::find(ImVec2 point) const {
  const float x = std::floor((point.x - at.x) / cell) - static_cast<float>(ring);
  const float y = std::floor((point.y - at.y) / cell) - static_cast<float>(ring);
  const bool inside =
      x >= 0 && y >= 0 && x < static_cast<float>(cols) && y < static_cast<float>(rows);
  return inside ? Cell{static_cast<int>(y), static_cast<int>(x)} : Cell{};
}

Cell CellGrid::nearest(ImVec2 point) const {
  const Box inner = box(0, 0, rows, cols);
  const float edge = 0.5f * cell;
  return find({std::clamp(point.x, inner.min.x + edge, inner.max.x - edge),
               std::clamp(point.y, inner.min.y + edge, inner.max.y - edge)});
}

CellGrid fitted(ImVec2 room, int rows, int cols, int ring, float most) {
  const int tall = rows + 2 * ring, wide = cols + 2 * ring;
  const float ratio = pixel_ratio();
  float px = ratio *
             std::min({room.x / static_cast<float>(wide), room.y / static_cast<float>(tall), most});
  px = px >= 2 ? std::floor(px) : std::max(px, 1.0f / static_cast<float>(std::max(wide, tall)));

  CellGrid cells;
  cells.rows = rows;
  cells.cols = cols;
  cells.ring = ring;
  cells.cell = px / ratio;
  cells.width_px = std::max(1, static_cast<int>(std::lround(px * static_cast<float>(wide))));
  cells.height_px = std::max(1, static_cast<int>(std::lround(px * static_cast<float>(tall))));
  return cells;
}

CellGrid placed(CellGrid cells, ImVec2 at) {
  const float ratio = pixel_ratio();
  cells.at = {std::round(at.x * ratio) / ratio, std::round(at.y * ratio) / ratio};
  return cells;
}

void draw_planes(ImDrawList& draw, ImGuiID owner, const CellGrid& cells, const gfx::Values& values,
                 gfx::Look look, gfx::Cache* cache, const Theme& t) {
  const Box box = cells.box();
  const gfx::Grid grid{1, cells.width_px, cells.height_px, cells.width_px, cells.height_px};
  look.ring = cells.ring;
  const GLuint texture = cache ? cache->drawn<gfx::MapPass>(owner, values, {grid, look}) : 0;
  if (texture) {
    draw.AddImage(static_cast<ImTextureID>(texture), box.min, box.max);
  } else {
    draw.AddRectFilled(box.min, box.max, t.raised);
    if (cache)
      draw_text(draw, {box.min.x + 4, box.min.y + 4}, t.text, cache->error(), box.width() - 8);
  }
  draw.AddRect({box.min.x - 1, box.min.y - 1}, {box.max.x + 1, box.max.y + 1}, t.grid);
  if (cells.ring > 0) {
    const Box inner = cells.box(0, 0, cells.rows, cells.cols);
    draw.AddRect(inner.min, inner.max, t.frame);
  }
}

void outline(ImDrawList& draw, const Box& box, ImU32 colour, float thick, const Theme& t) {
  // A block of a few pixels gets a frame with air around it; the rim parts it from any picture.
  const float air = std::max(0.0f, 0.5f * (7 - std::min(box.width(), box.height())));
  const ImVec2 from{box.min.x - air, box.min.y - air}, to{box.max.x + air, box.max.y + air};
  draw.AddRect(from, to, faded(t.surface, 0.85f), 1, 0, thick + 2);
  draw.AddRect(from, to, colour, 1, 0, thick);
}

void write_cells(ImDrawList& draw, const CellGrid& cells, const lab::Plane& plane, num::Edge edge,
                 const gfx::Ramp& ramp, float peak, const Theme& t) {
  const int ring = cells.ring, wide = plane.cols + 2 * ring, tall = plane.rows + 2 * ring;
  const float em = ImGui::GetFontSize(), small = std::max(13.0f, 0.8f * em);
  if (wide * tall > 900 || cells.cell < 1.4f * small) return;

  ImGui::PushFont(nullptr, small);
  const auto at = [&](int i) { return lab::seen(plane, edge, i / wide - ring, i % wide - ring); };
  // The same number of digits in every cell, or none.
  int digits = 3;
  for (int i = 0; i < wide * tall && digits > 1;)
    text_size(readable(at(i), digits)).x <= cells.cell - 3 ? ++i : --digits;
  for (int i = 0; i < wide * tall && digits > 1; ++i) {
    const int r = i / wide - ring, c = i % wide - ring;
    const Box box = cells.box(r, c);
    const bool inside = r >= 0 && c >= 0 && r < plane.rows && c < plane.cols;
    const auto v = static_cast<float>(at(i));
    const ImU32 ink = inside && std::isfinite(v) ? ink_on(gfx::colour(ramp, v, peak)) : t.text;
    centred(draw, {(box.min.x + box.max.x) / 2, (box.min.y + box.max.y) / 2}, ink,
            readable(at(i), digits));
  }
  ImGui::PopFont();
}

}  // namespace ui
