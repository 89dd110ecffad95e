// Matrices of one calculation as tiles with numbers: read out by pointing or by arrows, picked by a
// click, and, where a block is a parameter, changed by dragging or typing in its cells.

#include "ui/maps/blocks.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "ui/controls/typing.h"
#include "ui/frame/digits.h"
#include "ui/frame/readout.h"
#include "ui/frame/recalled.h"
#include "ui/frame/standing.h"
#include "ui/maps/block_cell.h"
#include "ui/maps/block_layout.h"

namespace ui {

namespace {

// The cell that a point lies in, as row * cols + col, or -1.
int cell_at(const lab::Block& b, const BlockPlace& p, const Area& a) {
  if (!a.hovered || !a.box.contains(a.mouse)) return -1;
  const int col = static_cast<int>((a.mouse.x - a.box.min.x) / p.cell.x);
  const int row = static_cast<int>((a.mouse.y - a.box.min.y) / p.cell.y);
  return row < b.values.rows && col < b.values.cols ? row * b.values.cols + col : -1;
}

// The cell that the arrows have reached, or a click chosen; -1 before either.
int move_cursor(const lab::Block& b, const Area& a, int pointed, const Keys& k) {
  const int cols = b.values.cols, cells = b.values.rows * cols;
  int at = kept(a.id, "cell", -1);
  if (at >= cells) at = -1;
  if (a.pressed) at = pointed;
  if (k.any_arrow()) {
    const int row = at < 0 ? 0 : std::clamp(at / cols + k.down, 0, b.values.rows - 1);
    const int col = at < 0 ? 0 : std::clamp(at % cols + k.right, 0, cols - 1);
    at = row * cols + col;
  }
  keep(a.id, "cell", at);
  return at;
}

void pick(const lab::Block& b, int cell, Desk& desk) {
  if (cell < 0) return;
  const auto set = [&](const auto& target, int index) {
    const lab::Field* field = desk.field(target);
    if (!field) return;
    if (const auto text = number_text(*field, index + 1)) wish(desk, *field, *text);
  };
  set(b.pick_row, cell / b.values.cols);
  set(b.pick_col, cell % b.values.cols);
}

void read_cell(const lab::Block& b, const Cells& cells, int cell, const lab::Field* edited,
               const Theme& t) {
  const int row = cell / b.values.cols, col = cell % b.values.cols;
  std::vector<ReadLine> lines = {{(b.name.empty() ? "" : b.name + ", ") + "row " +
                                      readable(row + 1) + ", column " + readable(col + 1),
                                  t.of(b.role)},
                                 {exact(b.values.at(row, col))}};
  const std::string light = light_words(b, cell);
  if (!light.empty()) lines.push_back({light});
  if (edited) lines.push_back({"drag, or double-click to type"});
  const Box box = cells.box(cell);
  readout({box.max.x - 0.4f * box.width(), box.min.y}, lines);
}

void name(const lab::Block& b, const BlockPlace& p, ImVec2 origin, ImDrawList& draw,
          const Theme& t) {
  const float em = ImGui::GetFontSize();
  const ImVec2 size = text_size(b.name);
  if (b.name.empty()) return;
  const float middle = origin.x + 0.5f * (p.cells.min.x + p.cells.max.x);
  const float x = middle - 0.5f * (size.x - em), y = origin.y + p.name_y;
  marker(draw, {x - 0.65f * em, y + 0.55f * em}, 0.3f * em, b.role, t.of(b.role));
  draw_text(draw, {x, y}, t.of(b.role), b.name);
}

void one_block(const lab::Block& b, const BlockPlace& p, const BlockLayout& layout, ImVec2 origin,
               Desk& desk, const Theme& t) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  name(b, p, origin, draw, t);
  if (b.values.empty()) return;
  const ImVec2 at{origin.x + p.cells.min.x, origin.y + p.cells.min.y};
  ImGui::SetCursorScreenPos(at);
  const Area a = area("cells", {p.cells.width(), p.cells.height()});
  const lab::Field* edited = desk.field(b.edit);
  const Keys k = is_typing(a.id) ? Keys{} : keys(a);
  const int pointed = cell_at(b, p, a), chosen = move_cursor(b, a, pointed, k);

  Cells cells{b, p, at, layout.text};
  lab::Matrix values = b.values;
  if (edited) edit_cell(a, k, pointed, chosen, *edited, values, desk);
  // In a cell that can be dragged, a click is known only when it has ended without moving.
  const bool clicked = edited ? ImGui::IsItemDeactivated() && !kept(a.id, "moved") : a.pressed;
  if (k.enter && !edited) pick(b, chosen, desk);
  if (clicked) pick(b, pointed, desk);

  const int loud = pointed >= 0 ? pointed : a.focused && ImGui::GetIO().NavVisible ? chosen : -1;
  draw_cells(cells, values, loud, edited != nullptr, draw, t);
  if (edited) type_cell(cells, a.id, *edited, values, desk);
  const bool pickable = !b.pick_row.empty() || !b.pick_col.empty();
  if (pointed >= 0 && !edited && pickable) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  if (loud >= 0 && !is_typing(a.id))
    read_cell({b.name, b.role, values, b.light}, cells, loud, edited, t);
}

void joiner(const lab::Block& b, const BlockPlace& p, float scale, ImVec2 origin, const Theme& t) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  ImGui::PushFont(nullptr, ImGui::GetFontSize() * scale);
  if (transposes(b)) {
    const float em = ImGui::GetFontSize();
    draw_text(draw, {origin.x + p.cells.max.x + 0.4f * em, origin.y + p.cells.min.y - 0.5f * em},
              t.text, "ᵀ");
  }
  centred(draw, {origin.x + p.joiner.x, origin.y + p.joiner.y}, t.text, operator_of(b));
  ImGui::PopFont();
}

}  // namespace

void draw_blocks(const char* id, const lab::Blocks& s, const BlockLayout& layout, ImVec2 origin,
                 Desk& desk) {
  const Theme t = theme();
  ImGui::PushID(id);
  for (std::size_t i = 0; i < s.blocks.size(); ++i) {
    const BlockPlace& p = layout.places[i];
    ImGui::PushID(static_cast<int>(i));
    one_block(s.blocks[i], p, layout, origin, desk, t);
    ImGui::PopID();
    if (i + 1 == s.blocks.size()) break;
    joiner(s.blocks[i], p, layout.joiner, origin, t);
  }
  ImGui::PopID();
}

namespace {

// Of which heights a layout is made: the one that it asks for, the lowest, or one that is given.
constexpr float usual_height = -1, lowest = -2;

const BlockLayout& recalled_layout(const lab::Blocks& s, float width, float height) {
  auto& kept = of_context<Recalled<lab::Blocks, BlockLayout, 12>>();
  return kept.of(s, {width, height}, [&] {
    return height == usual_height ? block_layout(s, width)
           : height == lowest     ? dense_block_layout(s, width)
                                  : fitted_block_layout(s, {width, height});
  });
}

}  // namespace

float Widget<lab::Blocks>::height(const lab::Blocks& s, float width) {
  return recalled_layout(s, width, usual_height).size.y;
}

float Widget<lab::Blocks>::least_height(const lab::Blocks& s, float width) {
  return std::min(height(s, width), recalled_layout(s, width, lowest).size.y);
}

bool Widget<lab::Blocks>::wants_full_width(const lab::Blocks& s, float beside) {
  return natural_width(s) > beside;
}

void Widget<lab::Blocks>::draw(const char* id, const lab::Blocks& s, ImVec2 size, Desk& desk) {
  // Heights are rounded on their way here.
  const BlockLayout& layout = recalled_layout(s, size.x, std::max(size.y + 1, 0.0f));
  ImVec2 origin = ImGui::GetCursorScreenPos();
  origin.x += std::floor(std::max(0.0f, 0.5f * (size.x - layout.size.x)));
  draw_blocks(id, s, layout, origin, desk);
}

}  // namespace ui
