// Pictures of several sizes side by side at one display size. The pixel under the pointer has its
// counterpart in all of them: a cross at the same place of each, and all their values in one card.

#include "ui/maps/pictures.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "ui/controls/wish.h"
#include "ui/frame/digits.h"
#include "ui/frame/focus.h"
#include "ui/frame/readout.h"
#include "ui/maps/cell_grid.h"
#include "ui/maps/shades.h"

namespace ui {

namespace {

int count(const lab::Pictures& s) { return static_cast<int>(s.pictures.size()); }
const lab::PictureCard& picture(const lab::Pictures& s, int i) {
  return s.pictures[static_cast<std::size_t>(i)];
}

float apart() { return 1.2f * em(); }
float name_and_size_height() { return 2.75f * em(); }  // a name, and the size beneath it
bool two_sided(const lab::Pictures& s) {
  return std::any_of(s.pictures.begin(), s.pictures.end(),
                     [](const lab::PictureCard& p) { return p.tone == lab::Tone::two_sided; });
}
float legend_room(const lab::Pictures& s) {
  return two_sided(s) ? legend_height() + 0.6f * em() : 0;
}

// The side of the square that every picture fits into, in device pixels. Where one side is a whole
// multiple of all counts of pixels, the pixels of each picture are alike and all fill the square.
int display_side(const lab::Pictures& s, float points) {
  const int most = std::max(8, static_cast<int>(points * pixel_ratio()));
  int common = 1;
  for (const lab::PictureCard& p : s.pictures)
    if (p.sound() && common <= most)
      common = std::lcm(common, std::min(std::max(p.rows, p.cols), most + 1));
  return common <= most ? most / common * common : most;
}

struct PictureLayout {
  int side = 1;  // in device pixels
  int columns = 1;
  float pitch = 1;  // in points
  ImVec2 at;

  ImVec2 corner(int i) const {
    const float down = static_cast<float>(side) / pixel_ratio() + name_and_size_height();
    return {at.x + static_cast<float>(i % columns) * pitch,
            at.y + static_cast<float>(i / columns) * down};
  }
};

// As few rows as leave each picture `least` points; a last row is as full as the others.
PictureLayout arranged(const lab::Pictures& s, float width, float least) {
  constexpr float largest = 230;
  const float n = static_cast<float>(std::max(count(s), 1));
  const float fit = std::clamp(std::floor((width + apart()) / (least + apart())), 1.0f, n);
  const float lines = std::ceil(n / fit), columns = std::ceil(n / lines);
  PictureLayout out;
  out.columns = static_cast<int>(columns);
  out.pitch = (width + apart()) / columns;
  out.side = display_side(s, std::clamp(out.pitch - apart(), 8.0f, largest));
  out.pitch = std::min(out.pitch, static_cast<float>(out.side) / pixel_ratio() + 2 * apart());
  return out;
}

float name_room(const PictureLayout& layout) { return layout.pitch - 4; }

// Some hundred points for each picture, or a little less where that saves a row and cuts no name.
PictureLayout arranged(const lab::Pictures& s, float width) {
  const PictureLayout usual = arranged(s, width, 100), close = arranged(s, width, 90);
  const bool fit = std::all_of(s.pictures.begin(), s.pictures.end(), [&](const auto& p) {
    return ImGui::CalcTextSize(p.name.c_str()).x <= name_room(close);
  });
  return fit ? close : usual;
}

CellGrid cells_of(const lab::PictureCard& p, const PictureLayout& layout, int i) {
  const auto scale = static_cast<float>(layout.side) / static_cast<float>(std::max(p.rows, p.cols));
  CellGrid cells;
  cells.rows = p.rows;
  cells.cols = p.cols;
  cells.cell = scale / pixel_ratio();
  cells.width_px = std::max(1, static_cast<int>(std::lround(scale * static_cast<float>(p.cols))));
  cells.height_px = std::max(1, static_cast<int>(std::lround(scale * static_cast<float>(p.rows))));
  return placed(cells, layout.corner(i));
}

// A place in all pictures: shares of the width and the height, seen from one of them.
struct PicturePlace {
  int picture = -1;
  float x = 0, y = 0;
  bool any() const { return picture >= 0; }
};

Cell pixel(const lab::PictureCard& p, const PicturePlace& at) {
  const auto part = [](float share, int n) {
    return std::clamp(static_cast<int>(share * static_cast<float>(n)), 0, n - 1);
  };
  return {part(at.y, p.rows), part(at.x, p.cols)};
}

// The middle of a pixel.
PicturePlace middle(const lab::Pictures& s, int i, Cell cell) {
  const lab::PictureCard& p = picture(s, i);
  return {i, (static_cast<float>(cell.col) + 0.5f) / static_cast<float>(p.cols),
          (static_cast<float>(cell.row) + 0.5f) / static_cast<float>(p.rows)};
}

PicturePlace under(const lab::Pictures& s, const PictureLayout& layout, const Area& a) {
  for (int i = 0; a.hovered && i < count(s); ++i) {
    if (!picture(s, i).sound()) continue;
    const Box box = cells_of(picture(s, i), layout, i).box();
    if (box.contains(a.mouse))
      return {i, (a.mouse.x - box.min.x) / box.width(), (a.mouse.y - box.min.y) / box.height()};
  }
  return {};
}

// The place that the arrow keys have reached or a click has set. Keys go from pixel to pixel, and
// past the left or right side into the next picture.
PicturePlace walked(const lab::Pictures& s, const Area& a, const PicturePlace& pointed,
                    const Keys& k) {
  PicturePlace at{kept(a.id, "picture", -1), kept_real(a.id, "x"), kept_real(a.id, "y")};
  if (at.picture >= count(s) || (at.any() && !picture(s, at.picture).sound())) at = {};
  if (tapped(a)) at = pointed;
  if (k.escape) at = {};
  if (k.any_arrow() && !at.any()) {
    for (int i = 0; i < count(s) && !at.any(); ++i)
      if (picture(s, i).sound()) at = middle(s, i, {});
  } else if (k.any_arrow()) {
    const lab::PictureCard& p = picture(s, at.picture);
    Cell cell = pixel(p, at);
    cell.row = std::clamp(cell.row + k.down, 0, p.rows - 1);
    cell.col += k.right;
    const int next = at.picture + k.right;
    if (cell.col >= 0 && cell.col < p.cols) {
      at = middle(s, at.picture, cell);
    } else if (next >= 0 && next < count(s) && picture(s, next).sound()) {
      const PicturePlace edge{next, k.right > 0 ? 0.0f : 1.0f, at.y};
      at = middle(s, next, pixel(picture(s, next), edge));
    }
  }
  keep(a.id, "picture", at.picture);
  keep_real(a.id, "x", at.x);
  keep_real(a.id, "y", at.y);
  return at;
}

// The pixel's frame, with lines from it to the sides of its picture.
void draw_cross(ImDrawList& draw, const CellGrid& cells, Cell cell, const Theme& t) {
  const Box all = cells.box(), box = cells.box(cell.row, cell.col);
  const float x = 0.5f * (box.min.x + box.max.x), y = 0.5f * (box.min.y + box.max.y);
  const auto line = [&](ImVec2 from, ImVec2 to) {
    draw.AddLine(from, to, faded(t.surface, 0.7f), 3);
    draw.AddLine(from, to, faded(t.accent, 0.9f), 1);
  };
  if (box.min.x > all.min.x) line({all.min.x, y}, {box.min.x, y});
  if (box.max.x < all.max.x) line({box.max.x, y}, {all.max.x, y});
  if (box.min.y > all.min.y) line({x, all.min.y}, {x, box.min.y});
  if (box.max.y < all.max.y) line({x, box.max.y}, {x, all.max.y});
  outline(draw, box, t.text, 1.5f, t);
}

void draw_picture(ImDrawList& draw, const lab::Pictures& s, int i, const CellGrid& cells,
                  gfx::Cache* cache, const Theme& t) {
  const lab::PictureCard& p = picture(s, i);
  gfx::Planes planes{p.rows, p.cols, {}};
  for (std::size_t k = 0; k < p.planes(); ++k) planes.values.push_back(p.plane(k));
  const bool sides = p.tone == lab::Tone::two_sided;
  gfx::Look look = map_look(t, sides ? signed_ramp(t) : gfx::grey(), sides ? s.peak : 1);
  look.colour = p.tone == lab::Tone::colour;
  draw_planes(draw, ImGui::GetID(i), cells, planes, look, cache, t);
}

void draw_name_and_size(ImDrawList& draw, const lab::Pictures& s, int i,
                        const PictureLayout& layout, bool loud, const Theme& t) {
  const lab::PictureCard& p = picture(s, i);
  const ImVec2 corner = layout.corner(i);
  const float y = corner.y + static_cast<float>(layout.side) / pixel_ratio() + 0.25f * em();
  float x = corner.x;
  if (i == s.lit) {
    draw.AddTriangleFilled({x, y + 0.2f * em()}, {x + 0.5f * em(), y + 0.5f * em()},
                           {x, y + 0.8f * em()}, t.accent);
    x += 0.7f * em();
  }
  draw.PushClipRect({corner.x, y}, {corner.x + name_room(layout), y + 2.5f * em()}, true);
  draw_text(draw, {x, y}, i == s.lit || loud ? t.text : t.faint, p.name);
  draw_text(draw, {corner.x, y + 1.15f * em()}, t.faint,
            std::to_string(p.rows) + " × " + std::to_string(p.cols));
  draw.PopClipRect();
}

// "0.5", or "0.1, 0.2, 0.3" of a colour.
std::string value_at(const lab::PictureCard& p, Cell cell) {
  std::string text;
  for (std::size_t k = 0; k < p.planes(); ++k)
    text +=
        (k == 0 ? "" : ", ") +
        readable(
            static_cast<double>(p.plane(k)[static_cast<std::size_t>(cell.row * p.cols + cell.col)]),
            p.planes() > 1 ? 3 : 4);
  return text;
}

ImU32 shade_at(const lab::Pictures& s, const lab::PictureCard& p, Cell cell, const Theme& t) {
  const auto at = static_cast<std::size_t>(cell.row * p.cols + cell.col);
  const auto part = [&](std::size_t k) { return std::clamp(p.plane(k)[at], 0.0f, 1.0f); };
  for (std::size_t k = 0; k < p.planes(); ++k)
    if (!std::isfinite(p.plane(k)[at])) return 0;
  if (p.tone == lab::Tone::colour) return packed({part(0), part(1), part(2)});
  if (p.tone == lab::Tone::grey) return packed({part(0), part(0), part(0)});
  return packed(gfx::colour(signed_ramp(t), p.plane(0)[at], s.peak));
}

void read_out(const lab::Pictures& s, const PicturePlace& place, ImVec2 anchor, const Theme& t) {
  std::vector<ReadLine> lines{{"(row, column) from the top left"}};
  for (int i = 0; i < count(s); ++i) {
    const lab::PictureCard& p = picture(s, i);
    if (!p.sound()) continue;
    const Cell cell = pixel(p, place);
    lines.push_back({p.name + " (" + std::to_string(cell.row + 1) + ", " +
                         std::to_string(cell.col + 1) + "): " + value_at(p, cell),
                     shade_at(s, p, cell, t)});
  }
  readout(anchor, lines);
}

}  // namespace

bool Widget<lab::Pictures>::wants_full_width(const lab::Pictures& s, float beside) {
  return arranged(s, beside).columns < count(s);
}

float Widget<lab::Pictures>::height(const lab::Pictures& s, float width) {
  if (s.pictures.empty()) return 2 * em();
  const PictureLayout layout = arranged(s, width - 6);
  const int lines = (count(s) + layout.columns - 1) / layout.columns;
  return std::ceil(static_cast<float>(lines) *
                       (static_cast<float>(layout.side) / pixel_ratio() + name_and_size_height()) +
                   legend_room(s) + 6);
}

void Widget<lab::Pictures>::draw(const char* id, const lab::Pictures& s, ImVec2 size, Desk& desk) {
  const Theme t = theme();
  const Area a = area(id, size);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  if (s.pictures.empty()) return draw_text(draw, a.box.min, t.faint, "no pictures");
  PictureLayout layout = arranged(s, a.box.width() - 6);
  layout.at = {a.box.min.x + 3, a.box.min.y + 3};

  const Keys k = keys(a);
  const PicturePlace pointed = under(s, layout, a), pinned = walked(s, a, pointed, k);
  const PicturePlace& place = pointed.any() ? pointed : pinned;
  ImGui::PushID(id);
  for (int i = 0; i < count(s); ++i) {
    const lab::PictureCard& p = picture(s, i);
    draw_name_and_size(draw, s, i, layout, i == place.picture, t);
    if (!p.sound()) {
      draw_text(draw, layout.corner(i), t.faint, "no values");
      continue;
    }
    const CellGrid cells = cells_of(p, layout, i);
    draw_picture(draw, s, i, cells, desk.gfx, t);
    if (i == s.lit) outline(draw, cells.box(), t.accent, 2.5f, t);
    if (place.any()) draw_cross(draw, cells, pixel(p, place), t);
  }
  ImGui::PopID();
  if (two_sided(s))
    ramp_legend(draw, {layout.at.x, a.box.max.y - legend_height()},
                std::min(14 * em(), a.box.width() - 6), signed_ramp(t), s.peak, t);

  const lab::Field* const field = desk.field(s.pick);
  const int picked = tapped(a) ? pointed.picture : k.enter ? pinned.picture : -1;
  if (field && picked >= 0) wish(desk, *field, picture(s, picked).name);
  if (field && pointed.any()) offer_click();
  if (!place.any()) return;
  const lab::PictureCard& p = picture(s, place.picture);
  const Cell cell = pixel(p, place);
  const Box box = cells_of(p, layout, place.picture).box(cell.row, cell.col);
  read_out(s, place, {box.max.x, box.min.y}, t);
}

}  // namespace ui
