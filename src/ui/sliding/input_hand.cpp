#include "ui/sliding/input_hand.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "ui/controls/wish.h"

namespace ui {

namespace {

// The ink of a stroke outlives the frame as bits: views come later than the pointer moves, so what
// they show is not yet all that was drawn.
constexpr int bits = 31, most_words = 34;

struct Ink {
  int rows, cols;
  std::array<int, most_words> words{};

  bool fits() const { return rows * cols <= bits * most_words; }
  bool at(int cell) const { return (words[index(cell)] >> (cell % bits) & 1) != 0; }
  // True where the cell is on the plane and had none.
  bool add(int row, int col) {
    if (row < 0 || col < 0 || row >= rows || col >= cols || at(row * cols + col)) return false;
    const int cell = row * cols + col;
    words[index(cell)] |= 1 << (cell % bits);
    return true;
  }
  static std::size_t index(int cell) { return static_cast<std::size_t>(cell / bits); }
};

std::string word_name(std::size_t i) { return "ink " + std::to_string(i); }

Ink kept_ink(ImGuiID id, int rows, int cols) {
  Ink ink{rows, cols};
  for (std::size_t i = 0; i < ink.words.size(); ++i) ink.words[i] = kept(id, word_name(i).c_str());
  return ink;
}

void keep_ink(ImGuiID id, const Ink& ink) {
  for (std::size_t i = 0; i < ink.words.size(); ++i) keep(id, word_name(i).c_str(), ink.words[i]);
}

const lab::Matrix* drawn(const lab::Field& field) {
  const auto* const table = std::get_if<lab::Table>(&field.slot);
  return table && !table->value.empty() ? &table->value : nullptr;
}

// What the field has; nothing where that is another size, or nothing.
Ink ink_of(const lab::Field& field, int rows, int cols) {
  Ink ink{rows, cols};
  const lab::Matrix* const m = drawn(field);
  if (!m || m->rows != rows || m->cols != cols) return ink;
  for (int r = 0; r < rows; ++r)
    for (int c = 0; c < cols; ++c)
      if (m->at(r, c) > 0.5) ink.add(r, c);
  return ink;
}

// The four cells about a point, given in cells from the plane's corner.
bool dab(Ink& ink, float x, float y) {
  const int row = static_cast<int>(std::lround(y)), col = static_cast<int>(std::lround(x));
  bool any = false;
  for (const int r : {row - 1, row})
    for (const int c : {col - 1, col}) any |= ink.add(r, c);
  return any;
}

// A line of dabs, so that a quick hand leaves no gaps.
bool stroke(Ink& ink, ImVec2 from, ImVec2 to) {
  const float length = std::hypot(to.x - from.x, to.y - from.y);
  const int dabs = 1 + static_cast<int>(2 * std::min(length, 200.0f));
  bool any = false;
  for (int i = 0; i <= dabs; ++i) {
    const float t = static_cast<float>(i) / static_cast<float>(dabs);
    any |= dab(ink, from.x + t * (to.x - from.x), from.y + t * (to.y - from.y));
  }
  return any;
}

}  // namespace

Cell cell_over(const lab::Sliding& s, Cell input) {
  const lab::Plane& kernel = s.kernel.front();
  const auto over = [&](int cell, int taps, int outputs) {
    const int middle = s.dilation * (taps - 1) / 2;
    const double out = static_cast<double>(cell + s.pad - middle) / s.stride;
    return std::clamp(static_cast<int>(std::lround(out)), 0, outputs - 1);
  };
  return {over(input.row, kernel.rows, s.output.rows), over(input.col, kernel.cols, s.output.cols)};
}

void paint_input(const Scene& v, const Area& a) {
  const lab::Field* const field = v.desk.field(v.s.paint_input);
  if (!field) return;
  if (a.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  if (!a.held) return;
  const lab::Plane& plane = v.s.input.front();
  const auto ring = static_cast<float>(v.input.ring);
  const ImVec2 now{(a.mouse.x - v.input.at.x) / v.input.cell - ring,
                   (a.mouse.y - v.input.at.y) / v.input.cell - ring};
  Ink ink =
      a.pressed ? ink_of(*field, plane.rows, plane.cols) : kept_ink(a.id, plane.rows, plane.cols);
  if (!ink.fits()) return;
  const ImVec2 before =
      a.pressed ? now : ImVec2{kept_real(a.id, "pen x", now.x), kept_real(a.id, "pen y", now.y)};
  const bool changed = stroke(ink, before, now);
  keep_ink(a.id, ink);
  keep_real(a.id, "pen x", now.x);
  keep_real(a.id, "pen y", now.y);
  for (int r = 0; r < plane.rows; ++r)
    for (int c = 0; c < plane.cols; ++c)
      if (ink.at(r * plane.cols + c)) {
        const Box cell = v.input.box(r, c);
        v.draw.AddRectFilled(cell.min, cell.max, v.t.of(lab::Role::input));
      }
  if (!changed && !a.pressed) return;
  lab::Matrix m{plane.rows, plane.cols, {}};
  for (int i = 0; i < plane.rows * plane.cols; ++i) m.values.push_back(ink.at(i) ? 1 : 0);
  if (const auto text = matrix_text(*field, std::move(m))) wish(v.desk, *field, *text);
}

void draw_pen_words(const Scene& v, ImVec2 at) {
  const lab::Field* const field = v.desk.field(v.s.paint_input);
  if (!field) return;
  if (!drawn(*field)) return draw_text(v.draw, at, v.t.faint, "draw here", v.l.input_wide);
  ImGui::SetCursorScreenPos({at.x, at.y - 0.2f * em()});
  if (ImGui::Button("clear")) wish(v.desk, *field, "");
}

}  // namespace ui
