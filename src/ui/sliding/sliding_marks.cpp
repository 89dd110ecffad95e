#include "ui/sliding/sliding_marks.h"

#include "lab/shapes/sliding_reading.h"

namespace ui {

namespace {

// Veils the cells between the rows and columns that a dilated kernel touches.
void draw_gaps(const Scene& v, int top, int left) {
  const lab::Plane& kernel = v.s.kernel.front();
  const int d = v.s.dilation, gap = d - 1;
  const int wide = d * (kernel.cols - 1) + 1;
  const ImU32 veil = faded(v.t.surface, 0.6f);
  const auto cover = [&](const Box& b) { v.draw.AddRectFilled(b.min, b.max, veil); };
  for (int i = 0; i < kernel.rows; ++i) {
    if (i > 0) cover(v.input.box(top + i * d - gap, left, gap, wide));
    for (int j = 1; j < kernel.cols; ++j)
      cover(v.input.box(top + i * d, left + j * d - gap, 1, gap));
  }
}

}  // namespace

void draw_window_frame(const Scene& v, int loud_tap) {
  const lab::Plane& kernel = v.s.kernel.front();
  const int top = v.shown.row * v.s.stride - v.s.pad, left = v.shown.col * v.s.stride - v.s.pad;
  const int tall = v.s.dilation * (kernel.rows - 1) + 1,
            wide = v.s.dilation * (kernel.cols - 1) + 1;
  const bool apart = v.input.cell * static_cast<float>(v.s.dilation) >= 5 &&
                     kernel.rows * kernel.cols <= 225 && kernel.rows * kernel.cols > 1;
  if (apart && v.s.dilation > 1) draw_gaps(v, top, left);
  for (int tap = 0; tap < kernel.rows * kernel.cols && apart; ++tap) {
    Box cell = v.input.box(top + tap / kernel.cols * v.s.dilation,
                           left + tap % kernel.cols * v.s.dilation);
    if (tap != loud_tap && v.s.dilation == 1 && v.input.cell < 8) continue;
    v.draw.AddRect({cell.min.x + 0.5f, cell.min.y + 0.5f}, {cell.max.x - 0.5f, cell.max.y - 0.5f},
                   tap == loud_tap ? v.t.accent : faded(v.t.accent, 0.6f), 0, 0,
                   tap == loud_tap ? 3.0f : 1.0f);
  }
  outline(v.draw, v.input.box(top, left, tall, wide), v.t.accent, 2, v.t);
}

void draw_growth(const Scene& v) {
  const ImU32 veil = faded(v.t.surface, 0.8f);
  const auto cover = [&](const Box& b) { v.draw.AddRectFilled(b.min, b.max, veil); };
  const int rows = v.s.output.rows, cols = v.s.output.cols;
  if (v.picked.col + 1 < cols)
    cover(v.output.box(v.picked.row, v.picked.col + 1, 1, cols - v.picked.col - 1));
  if (v.picked.row + 1 < rows)
    cover(v.output.box(v.picked.row + 1, 0, rows - v.picked.row - 1, cols));
}

void draw_fed(const Scene& v) {
  const lab::Plane& input = v.s.input.front();
  const lab::Plane& kernel = v.s.kernel.front();
  const std::vector<int> rows =
      lab::readers(v.s, v.source.row, input.rows, kernel.rows, v.s.output.rows);
  const std::vector<int> cols =
      lab::readers(v.s, v.source.col, input.cols, kernel.cols, v.s.output.cols);
  if (rows.empty() || cols.empty()) return;
  const ImU32 colour = v.t.of(lab::Role::input);
  const bool whole = rows.back() - rows.front() + 1 == static_cast<int>(rows.size()) &&
                     cols.back() - cols.front() + 1 == static_cast<int>(cols.size());
  if (!whole || v.output.cell >= 8)
    for (const int r : rows)
      for (const int c : cols) {
        const Box cell = v.output.box(r, c);
        v.draw.AddRect({cell.min.x + 0.5f, cell.min.y + 0.5f},
                       {cell.max.x - 0.5f, cell.max.y - 0.5f}, colour, 0, 0,
                       v.output.cell >= 8 ? 2.0f : 1.0f);
      }
  if (whole)
    outline(v.draw,
            v.output.box(rows.front(), cols.front(), static_cast<int>(rows.size()),
                         static_cast<int>(cols.size())),
            colour, 2, v.t);
}

void draw_leads(const Scene& v, const Equation& e) {
  if (v.l.arrangement == Arrangement::column) return;
  const bool row = v.l.arrangement == Arrangement::row;
  const lab::Plane& kernel = v.s.kernel.front();
  const Box from =
      v.input.box(v.shown.row * v.s.stride - v.s.pad, v.shown.col * v.s.stride - v.s.pad,
                  v.s.dilation * (kernel.rows - 1) + 1, v.s.dilation * (kernel.cols - 1) + 1);
  const ImU32 lead = faded(v.t.accent, 0.55f);
  if (e.window.width() > 0) {
    const ImVec2 first = row ? ImVec2{from.max.x, from.min.y} : ImVec2{from.min.x, from.max.y};
    const ImVec2 near = row ? ImVec2{e.window.min.x - 3, e.window.min.y}
                            : ImVec2{e.window.min.x, e.window.min.y - 3};
    const ImVec2 far = row ? ImVec2{e.window.min.x - 3, e.window.max.y}
                           : ImVec2{e.window.max.x, e.window.min.y - 3};
    v.draw.AddLine(first, near, lead, 1.25f);
    v.draw.AddLine(from.max, far, lead, 1.25f);
  }
  if (!row) return;
  // Up between the columns and along the row, which crosses nothing but cells that are done; not
  // where they hold numbers.
  const Box to = v.output.box(v.shown.row, v.shown.col);
  const float y = (to.min.y + to.max.y) / 2, x = v.output.at.x - 1.2f * em();
  const bool numbered = v.output.cell >= 1.4f * em();
  const ImVec2 path[] = {e.result, {x, e.result.y}, {x, y}};
  v.draw.AddPolyline(path, 3, lead, 0, 1.5f);
  arrow(v.draw, path[2], {(numbered ? v.output.at.x : to.min.x) - 2, y}, lead, 1.5f);
}

}  // namespace ui
