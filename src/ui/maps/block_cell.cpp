#include "ui/maps/block_cell.h"

#include <algorithm>
#include <cmath>

#include "lab/number.h"
#include "ui/controls/typing.h"
#include "ui/frame/digits.h"

namespace ui {

namespace {

constexpr float drag_threshold = 4, pixels_per_step = 9;

lab::Light light_of(const lab::Block& b, int cell) {
  const auto i = static_cast<std::size_t>(cell);
  return i < b.light.size() ? b.light[i] : lab::Light::plain;
}

double largest(const lab::Matrix& m) {
  double most = 0;
  for (const double x : m.values) {
    if (std::isfinite(x)) most = std::max(most, std::fabs(x));
  }
  return most;
}

// How much one step of a drag is worth: whole numbers where all are whole.
double drag_step(const lab::Matrix& m) {
  const bool whole =
      std::all_of(m.values.begin(), m.values.end(), [](double x) { return x == std::floor(x); });
  return whole ? 1 : to_step(std::max(largest(m), 1.0), 1) * 0.05;
}

// What stands around a cell, by its light: nothing, a thin bar at its foot, a frame, a heavy frame
// with a corner.
void light_marks(const Box& box, lab::Light light, ImU32 role, ImDrawList& draw, const Theme& t) {
  const ImVec2 min{box.min.x + 1, box.min.y + 1}, max{box.max.x - 1, box.max.y - 1};
  switch (light) {
    case lab::Light::plain:
      return;
    case lab::Light::part:
      return draw.AddRectFilled(foot_bar(box).min, foot_bar(box).max, role, 1);
    case lab::Light::full:
      return draw.AddRect(min, max, role, 4, 0, 2.5f);
    case lab::Light::chosen: {
      draw.AddRect(min, max, t.accent, 4, 0, 3);
      const float corner = std::min(0.3f * box.height(), 10.0f);
      return draw.AddTriangleFilled({max.x - corner, min.y}, {max.x, min.y},
                                    {max.x, min.y + corner}, t.accent);
    }
    case lab::Light::masked:
      return hatch(draw, {min, max}, faded(t.faint, 0.7f));
  }
}

void number(const Cells& cells, const Box& box, double value, lab::Light light, ImDrawList& draw,
            const Theme& t) {
  if (cells.place.digits == 0) return;
  const ImVec2 middle{0.5f * (box.min.x + box.max.x), 0.5f * (box.min.y + box.max.y)};
  const std::string text = readable(value, cells.place.digits);
  if (light == lab::Light::masked) {
    // The hatching stops short of the number.
    const ImVec2 size = text_size(text);
    draw.AddRectFilled({middle.x - 0.5f * size.x - 3, middle.y - 0.5f * size.y},
                       {middle.x + 0.5f * size.x + 3, middle.y + 0.5f * size.y}, t.surface, 3);
  }
  centred(draw, middle, light == lab::Light::masked ? t.faint : t.text, text);
}

// Square brackets around the matrix, in the colour of its role.
void brackets(const Cells& cells, ImDrawList& draw, ImU32 colour) {
  const float em = ImGui::GetFontSize(), out = 0.28f * em, lip = 0.3f * em;
  const ImVec2 min = cells.at;
  const ImVec2 max{min.x + cells.place.cells.width(), min.y + cells.place.cells.height()};
  const ImVec2 left[] = {{min.x - out + lip, min.y - 2},
                         {min.x - out, min.y - 2},
                         {min.x - out, max.y + 2},
                         {min.x - out + lip, max.y + 2}};
  const ImVec2 right[] = {{max.x + out - lip, min.y - 2},
                          {max.x + out, min.y - 2},
                          {max.x + out, max.y + 2},
                          {max.x + out - lip, max.y + 2}};
  draw.AddPolyline(left, 4, colour, 0, 2);
  draw.AddPolyline(right, 4, colour, 0, 2);
}

lab::Field probe(const lab::Field& field, double value) {
  const Bounds b = bounds(field);
  lab::Field one;
  one.key = field.key;
  one.label = field.label;
  one.slot = one.initial = lab::Real{value, b.low, b.high, false, false};
  return one;
}

}  // namespace

Box Cells::box(int cell) const {
  const int cols = std::max(block.values.cols, 1);
  const ImVec2 min{at.x + static_cast<float>(cell % cols) * place.cell.x,
                   at.y + static_cast<float>(cell / cols) * place.cell.y};
  return {min, {min.x + place.cell.x, min.y + place.cell.y}};
}

Box foot_bar(const Box& cell) {
  const float bottom = std::round(cell.max.y - 0.5f);
  return {{cell.min.x + 5, bottom - std::clamp(std::round(0.1f * cell.height()), 2.0f, 4.0f)},
          {cell.max.x - 5, bottom}};
}

std::string light_words(const lab::Block& b, int cell) {
  switch (light_of(b, cell)) {
    case lab::Light::plain:
      return "";
    case lab::Light::part:
      return "takes part";
    case lab::Light::full:
      return "counts in full";
    case lab::Light::chosen:
      return "chosen";
    case lab::Light::masked:
      return "masked";
  }
  return "";
}

void draw_cells(const Cells& cells, const lab::Matrix& values, int loud, bool editable,
                ImDrawList& draw, const Theme& t) {
  const lab::Block& b = cells.block;
  const double peak = largest(values);
  const ImU32 role = t.of(b.role);
  const int cols = std::max(values.cols, 1);
  brackets(cells, draw, role);
  ImGui::PushFont(nullptr, ImGui::GetFontSize() * cells.text_scale);
  for (int cell = 0; cell < values.rows * values.cols; ++cell) {
    const Box box = cells.box(cell);
    const double value = values.values[static_cast<std::size_t>(cell)];
    const lab::Light light = light_of(b, cell);
    const float gap = box.width() > 12 ? 1.5f : 0.5f;
    const ImVec2 min{box.min.x + gap, box.min.y + gap}, max{box.max.x - gap, box.max.y - gap};
    const ImU32 tint = peak > 0 && light != lab::Light::masked
                           ? signed_tint(t, std::isnan(value) ? 0 : value / peak, cell_depth)
                           : t.surface;
    draw.AddRectFilled(min, max, tint, 4);
    if (loud >= 0 && cell != loud && (cell / cols == loud / cols || cell % cols == loud % cols))
      draw.AddRectFilled(min, max, faded(t.text, 0.07f), 4);
    draw.AddRect(min, max, editable ? t.frame : t.grid, 4, 0, 1);
    light_marks(box, light, role, draw, t);
    if (cell == loud) draw.AddRect(min, max, t.text, 4, 0, 2);
    number(cells, box, value, light, draw, t);
  }
  ImGui::PopFont();
}

void edit_cell(const Area& a, const Keys& k, int pointed, int chosen, const lab::Field& field,
               lab::Matrix& values, Desk& desk) {
  if (pointed >= 0) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
  const int wanted = a.double_clicked ? pointed : k.enter ? chosen : -1;
  if (wanted >= 0) {
    keep(a.id, "typed cell", wanted);
    keep(a.id, "dragged", -1);
    begin_typing(a.id);
    return;
  }
  if (a.pressed && pointed >= 0) {
    keep(a.id, "dragged", pointed);
    keep_real(a.id, "from", a.mouse.x);
    keep_real(a.id, "value", static_cast<float>(values.values[static_cast<std::size_t>(pointed)]));
    keep_real(a.id, "step", static_cast<float>(drag_step(values)));
    keep(a.id, "moved", 0);
  }
  const int cell = kept(a.id, "dragged", -1);
  if (!a.held || cell < 0 || cell >= static_cast<int>(values.values.size())) return;
  const float moved = a.mouse.x - kept_real(a.id, "from");
  if (std::fabs(moved) >= drag_threshold) keep(a.id, "moved", 1);
  if (!kept(a.id, "moved")) return;
  ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);

  const double steps = static_cast<double>(std::round(moved / pixels_per_step));
  const double step = static_cast<double>(kept_real(a.id, "step", 1));
  const double start = static_cast<double>(kept_real(a.id, "value"));
  const double x = bounds(field).clamp(to_step(start + steps * step, 0.1 * step));
  const int cols = values.cols;
  wish_cell(desk, field, values, cell / cols, cell % cols, x);
  values.values[static_cast<std::size_t>(cell)] = x;
}

void type_cell(const Cells& cells, ImGuiID owner, const lab::Field& field,
               const lab::Matrix& values, Desk& desk) {
  const int cell = kept(owner, "typed cell", -1);
  if (!is_typing(owner) || cell < 0 || cell >= static_cast<int>(values.values.size())) return;
  Box box = cells.box(cell);
  const float narrow = 4.5f * ImGui::GetFontSize() - box.width();
  if (narrow > 0)
    box = {{box.min.x - 0.5f * narrow, box.min.y}, {box.max.x + 0.5f * narrow, box.max.y}};
  const auto text = typed(owner, box, probe(field, values.values[static_cast<std::size_t>(cell)]));
  if (!text) return;
  const auto x = lab::written_number(*text).value;
  if (x) wish_cell(desk, field, values, cell / values.cols, cell % values.cols, *x);
}

}  // namespace ui
