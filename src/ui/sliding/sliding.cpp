// A kernel that slides over a picture: the window that it sees, the arithmetic of one output cell,
// and the map that grows cell by cell in reading order.

#include "ui/sliding/sliding.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "lab/shapes/sliding_words.h"
#include "ui/controls/wish.h"
#include "ui/frame/digits.h"
#include "ui/frame/focus.h"
#include "ui/frame/readout.h"
#include "ui/maps/shades.h"
#include "ui/sliding/equation.h"
#include "ui/sliding/fitted_words.h"
#include "ui/sliding/input_hand.h"
#include "ui/sliding/kernel_edit.h"
#include "ui/sliding/sliding_marks.h"

namespace ui {

namespace {

void pick(const Scene& v, Cell cell) {
  const auto set = [&](const auto& target, int index) {
    const lab::Field* field = v.desk.field(target);
    if (!field) return;
    if (const auto text = number_text(*field, index + 1)) wish(v.desk, *field, *text);
  };
  set(v.s.pick_row, cell.row);
  set(v.s.pick_col, cell.col);
}

// The cell `steps` further in reading order, or the same at either end.
Cell stepped(const lab::Plane& map, Cell from, int steps) {
  const int at = std::clamp(from.row * map.cols + from.col + steps, 0, map.rows * map.cols - 1);
  return {at / map.cols, at % map.cols};
}

// Pointing at the output, or moving through it by keys.
void handle_output(Scene& v) {
  ImGui::SetCursorScreenPos(v.output.at);
  const Area a = area("output", {v.output.width(), v.output.height()});
  const bool moving = ImGui::GetIO().MouseDelta.x != 0 || ImGui::GetIO().MouseDelta.y != 0;
  if (a.hovered) v.shown = v.output.nearest(a.mouse);
  if (a.held) v.shown = v.output.nearest(a.mouse);
  if (a.pressed || (a.held && moving)) pick(v, v.shown);
  if (a.hovered && !v.s.pick_row.empty()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);

  const Keys k = keys(a);
  if (!k.any_arrow()) return;
  const Cell next{std::clamp(v.picked.row + k.down, 0, v.s.output.rows - 1),
                  std::clamp(v.picked.col + k.right, 0, v.s.output.cols - 1)};
  pick(v, next);
}

// A hand on the input takes the kernel there, where it is not a pen.
Area handle_input(Scene& v) {
  ImGui::SetCursorScreenPos(v.input.at);
  const Area a = area("input", {v.input.width(), v.input.height()});
  if (!v.s.paint_input.empty()) return a;
  if (a.hovered) v.source = v.input.find(a.mouse);
  if (v.s.pick_row.empty()) return a;
  if (a.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  if (!a.held) return a;
  const bool moving = ImGui::GetIO().MouseDelta.x != 0 || ImGui::GetIO().MouseDelta.y != 0;
  v.shown = cell_over(v.s, v.input.nearest(a.mouse));
  v.source = {};
  if (a.pressed || moving) pick(v, v.shown);
  return a;
}

void draw_caption(const Scene& v, const CellGrid& cells, lab::Role role, const std::string& text) {
  const ImVec2 pen{cells.at.x, cells.at.y - 1.4f * em()};
  marker(v.draw, {pen.x + 0.3f * em(), pen.y + 0.55f * em()}, 0.3f * em(), role, v.t.of(role));
  draw_text(v.draw, {pen.x + 0.85f * em(), pen.y}, v.t.text, text);
}

gfx::Planes planes_of(const lab::Sliding& s, int channel) {
  gfx::Planes planes{s.input.front().rows, s.input.front().cols, {}};
  for (int c = 0; c < static_cast<int>(s.input.size()); ++c)
    if (s.colour || c == channel)
      planes.values.push_back(s.input[static_cast<std::size_t>(c)].values);
  return planes;
}

void draw_input(const Scene& v, const Equation& e, const Area& a) {
  const Shading shading = input_shading(v.s, v.t);
  gfx::Look look = map_look(v.t, shading.ramp, shading.peak);
  look.colour = v.s.colour && v.s.input.size() == 3;
  look.edge = v.s.edge;
  ImGui::PushID(v.s.colour ? 0 : e.channel);
  const gfx::Values values(v.desk.stamp, [&] { return planes_of(v.s, e.channel); });
  draw_planes(v.draw, ImGui::GetID("input picture"), v.input, values, look, v.desk.gfx, v.t);
  ImGui::PopID();
  if (!v.s.colour)
    write_cells(v.draw, v.input, v.s.input[static_cast<std::size_t>(e.channel)], v.s.edge,
                shading.ramp, shading.peak, v.t);
  draw_window_frame(v, e.tap);
  if (v.source.any())
    outline(v.draw, v.input.box(v.source.row, v.source.col), v.t.of(lab::Role::input), 2, v.t);
  const std::string ways[] = {lab::input_words(v.s) + lab::padding_words(v.s),
                              lab::input_words(v.s)};
  draw_caption(v, v.input, lab::Role::input, fitted_words(ways, v.l.input_wide - em(), 1));
  paint_input(v, a);
}

// Over the lines to the arithmetic, which cross it.
void draw_input_foot(const Scene& v) {
  const ImVec2 foot{v.input.at.x, v.input.at.y + v.input.height() + 0.5f * em()};
  if (!v.s.paint_input.empty()) return draw_pen_words(v, foot);
  // In two lines at most, above the captions of the arithmetic; what tells least goes first.
  std::vector<std::string> ways;
  if (v.source.any())
    ways = {lab::feeding_words(v.s, v.source.row, v.source.col)};
  else
    ways = lab::reading_ways(v.s, v.shown.row, v.shown.col);
  const std::string words = fitted_words(ways, v.l.input_wide, 2);
  const ImVec2 size = text_size(words);
  v.draw.AddRectFilled({foot.x - 2, foot.y}, {foot.x + size.x + 2, foot.y + size.y},
                       faded(v.t.surface, 0.85f), 3);
  draw_text(v.draw, foot, v.t.faint, words);
}

// Buttons that walk through the map, and where they are.
void draw_steps(const Scene& v) {
  ImVec2 pen{v.output.at.x, v.output.at.y + v.output.height() + 0.3f * em()};
  ImGui::PushItemFlag(ImGuiItemFlags_ButtonRepeat, true);
  for (const int step : {-1, 1}) {
    if (v.s.pick_row.empty()) break;
    ImGui::SetCursorScreenPos(pen);
    const Cell next = stepped(v.s.output, v.picked, step);
    ImGui::BeginDisabled(next == v.picked);
    if (ImGui::ArrowButton(step < 0 ? "previous" : "next",
                           step < 0 ? ImGuiDir_Left : ImGuiDir_Right))
      pick(v, next);
    ImGui::EndDisabled();
    if (ImGui::IsItemHovered()) {
      const ReadLine line[] = {{step < 0 ? "previous cell" : "next cell"}};
      readout(pen, line);
    }
    pen.x += ImGui::GetFrameHeight() + 0.25f * em();
  }
  ImGui::PopItemFlag();
  // Where the legend stands here, the sum says which cell it is.
  if (v.l.legend_beside) return;
  // In brackets where the words would reach beyond the figure.
  const std::string words = lab::cell_words(v.shown.row, v.shown.col);
  const std::string pair =
      "(" + std::to_string(v.shown.row + 1) + ", " + std::to_string(v.shown.col + 1) + ")";
  const float room = v.right - pen.x - 0.3f * em();
  draw_text(v.draw, {pen.x + 0.3f * em(), pen.y + 0.4f * em()}, v.t.text,
            text_size(words).x <= room ? words : pair);
}

void draw_output(const Scene& v) {
  const gfx::Ramp ramp = signed_ramp(v.t);
  const float peak = peak_of(v.s.output.values);
  const lab::Plane& map = v.s.output;
  const gfx::Values values(v.desk.stamp, [&] {
    return gfx::Planes{map.rows, map.cols, {map.values}};
  });
  draw_planes(v.draw, ImGui::GetID("output map"), v.output, values, map_look(v.t, ramp, peak),
              v.desk.gfx, v.t);
  write_cells(v.draw, v.output, v.s.output, v.s.edge, ramp, peak, v.t);
  draw_growth(v);
  if (v.source.any()) draw_fed(v);
  if (!(v.shown == v.picked))
    outline(v.draw, v.output.box(v.picked.row, v.picked.col), v.t.faint, 1, v.t);
  outline(v.draw, v.output.box(v.shown.row, v.shown.col), v.t.accent, 2, v.t);
  draw_caption(v, v.output, lab::Role::activation, lab::output_words(v.s));
  draw_steps(v);
  const float foot = v.output.at.y + v.output.height();
  if (v.l.legend_beside)
    ramp_legend(v.draw, {v.output.at.x + map_buttons_width(), foot + 0.4f * em()},
                map_legend_width(0), ramp, peak, v.t);
  else
    ramp_legend(v.draw, {v.output.at.x, foot + foot_height()}, map_legend_width(v.output.width()),
                ramp, peak, v.t);
}

}  // namespace

float Widget<lab::Sliding>::height(const lab::Sliding& s, float width) {
  return can_be_drawn(s) ? sliding_height(s, width) : caption_height();
}

float Widget<lab::Sliding>::least_height(const lab::Sliding& s, float width) {
  if (!can_be_drawn(s)) return caption_height();
  // The arithmetic takes more where there is more: the least is what the layout keeps to.
  float height = 0;
  for (int i = 0; i < 4; ++i) {
    const float taken = std::ceil(sliding_layout(s, {width, height}).height);
    if (taken <= height) break;
    height = taken;
  }
  return height;
}

void Widget<lab::Sliding>::draw(const char* id, const lab::Sliding& s, ImVec2 size, Desk& desk) {
  const Theme t = theme();
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  if (!can_be_drawn(s))
    return draw_text(draw, at, t.faint, "The kernel does not fit: there is no map.");

  const SlidingLayout l = sliding_layout(s, size);
  const auto on_canvas = [&](const CellGrid& cells) {
    return placed(cells, {at.x + cells.at.x, at.y + cells.at.y});
  };
  const Cell picked{std::clamp(s.row, 0, s.output.rows - 1),
                    std::clamp(s.col, 0, s.output.cols - 1)};
  Scene v{s,      l,  on_canvas(l.input), on_canvas(l.output), desk, t, draw, picked,
          picked, {}, at.x + size.x};
  ImGui::PushID(id);
  handle_output(v);
  const Area on_input = handle_input(v);
  const Equation e =
      equation(s, v.shown, {at.x + l.equation_at.x, at.y + l.equation_at.y}, l.equation, desk, t);
  draw_input(v, e, on_input);
  draw_output(v);
  draw_leads(v, e);
  draw_input_foot(v);
  if (l.sum_lines > 0)
    draw_text(draw, {at.x, at.y + l.sum_y}, t.text,
              fitted_words(lab::sum_words(s, v.shown.row, v.shown.col), size.x, l.sum_lines));
  ImGui::PopID();
  ImGui::SetCursorScreenPos(at);
  ImGui::Dummy(size);
}

}  // namespace ui
