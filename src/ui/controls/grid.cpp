#include "ui/controls/grid.h"

#include <algorithm>

#include "ui/controls/control.h"
#include "ui/controls/wish.h"
#include "ui/frame/digits.h"
#include "ui/frame/focus.h"
#include "ui/frame/theme.h"
#include "ui/maps/block_layout.h"

namespace ui {

namespace {

// A list is a table of one row whose number of columns may change.
struct Shape {
  lab::Matrix value;
  int min_rows = 1, max_rows = 1, min_cols = 1, max_cols = 1;
  bool optional = false;
};

Shape shape_of(const lab::Table& table) {
  return {table.value, 1, table.max_rows, 1, table.max_cols, table.optional};
}

Shape shape_of(const lab::Reals& reals) {
  return {{reals.value.empty() ? 0 : 1, static_cast<int>(reals.value.size()), reals.value},
          1,
          1,
          std::max(1, reals.min_size),
          reals.max_size,
          reals.min_size == 0};
}

// The matrix with another size; new cells are zero.
lab::Matrix resized(const lab::Matrix& m, int rows, int cols) {
  lab::Matrix out{rows, cols, std::vector<double>(static_cast<std::size_t>(rows * cols), 0.0)};
  for (int r = 0; r < std::min(rows, m.rows); ++r)
    for (int c = 0; c < std::min(cols, m.cols); ++c) out.at(r, c) = m.at(r, c);
  return out;
}

void set(Desk& desk, const lab::Field& field, lab::Matrix m) {
  if (const auto text = matrix_text(field, std::move(m))) wish(desk, field, *text);
}

// What `stepper` takes: its noun, two buttons and the number between them.
float stepper_width(const char* noun) {
  return text_size(noun).x + (0.5f + 2.1f + 1.5f + 2.1f) * ImGui::GetFontSize();
}

// "rows − 3 +": both buttons, greyed where the bound is reached.
int stepper(const char* id, const char* noun, int now, int low, int high) {
  const Theme t = theme();
  const float em = ImGui::GetFontSize();
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  int result = now;
  ImGui::PushID(id);
  ImVec2 at = ImGui::GetCursorScreenPos();
  draw_text(draw, {at.x, at.y + 0.35f * em}, t.faint, noun);
  at.x += text_size(noun).x + 0.5f * em;
  for (const int step : {-1, 1}) {
    ImGui::SetCursorScreenPos(at);
    ImGui::BeginDisabled(now + step < low || now + step > high);
    if (flat_button(step < 0 ? "less" : "more", step < 0 ? "−" : "+", 1.9f * em))
      result = now + step;
    ImGui::EndDisabled();
    at.x += 2.1f * em;
    if (step > 0) break;
    const std::string count = readable(now);
    centred(draw, {at.x + 0.7f * em, at.y + 0.85f * em}, t.text, count);
    at.x += 1.5f * em;
  }
  ImGui::PopID();
  ImGui::SetCursorScreenPos({at.x + 0.8f * em, at.y});
  return result;
}

void size_buttons(const lab::Field& field, const Shape& s, float width, Desk& desk) {
  const lab::Matrix& m = s.value;
  ImVec2 at = ImGui::GetCursorScreenPos();
  const char* const along = s.max_rows > 1 ? "columns" : "entries";
  int rows = m.rows, cols = m.cols;
  if (s.max_rows > s.min_rows) rows = stepper("rows", "rows", m.rows, s.min_rows, s.max_rows);
  if (ImGui::GetCursorScreenPos().x + stepper_width(along) > at.x + width) {
    at.y += 2.1f * ImGui::GetFontSize();
    ImGui::SetCursorScreenPos(at);
  }
  if (s.max_cols > s.min_cols) cols = stepper("columns", along, m.cols, s.min_cols, s.max_cols);
  if (rows != m.rows || cols != m.cols) set(desk, field, resized(m, rows, cols));
  ImGui::SetCursorScreenPos({at.x, at.y + 1.9f * ImGui::GetFontSize()});
}

void grid(const lab::Field& field, const Shape& s, float width, bool in_figure, Desk& desk) {
  const float em = ImGui::GetFontSize();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  headline(field, width, 0, desk);
  if (s.optional && s.value.empty()) {
    if (flat_button("own", "enter your own", 9 * em)) {
      if (field.begins.empty())
        set(desk, field, resized({}, std::min(3, s.max_rows), std::min(3, s.max_cols)));
      else
        wish(desk, field, field.begins);
    }
    ImGui::SetCursorScreenPos({at.x, ImGui::GetCursorScreenPos().y});
    return;
  }
  if (!in_figure && !s.value.empty()) {
    lab::Blocks one;
    one.blocks.push_back({"", lab::Role::neutral, s.value, {}, field.key, "", "", ""});
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const BlockLayout layout = block_layout(one, width, 1);
    // The layout leaves room for a name above; the headline is the name.
    draw_blocks("grid", one, layout, {from.x, from.y - layout.places[0].cells.min.y + 3}, desk);
    ImGui::SetCursorScreenPos({at.x, from.y + layout.places[0].cells.height() + 0.6f * em});
  }
  size_buttons(field, s, width, desk);
  if (s.optional) {
    if (flat_button("lab", "leave it to the lab", 10 * em)) wish(desk, field, "");
    ImGui::SetCursorScreenPos({at.x, ImGui::GetCursorScreenPos().y});
  }
}

}  // namespace

void grid(const lab::Field& field, const lab::Reals& reals, float width, Desk& desk) {
  grid(field, shape_of(reals), width, /*in_figure=*/false, desk);
}

void grid(const lab::Field& field, const lab::Table& table, float width, bool in_figure,
          Desk& desk) {
  grid(field, shape_of(table), width, in_figure, desk);
}

}  // namespace ui
