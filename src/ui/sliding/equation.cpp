#include "ui/sliding/equation.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "lab/shapes/sliding_reading.h"
#include "lab/shapes/sliding_words.h"
#include "ui/frame/digits.h"
#include "ui/frame/readout.h"
#include "ui/maps/shades.h"
#include "ui/sliding/kernel_edit.h"

namespace ui {

namespace {

// The most significant digits, at most four, with which all numbers fit; 0 where two are too many.
int digits_that_fit(const lab::Matrix& m, float width) {
  ImGui::PushFont(nullptr, em() * number_scale());
  int digits = 4;
  for (const double x : m.values)
    while (digits > 1 && text_size(readable(x, digits)).x > width) --digits;
  ImGui::PopFont();
  return digits > 1 ? digits : 0;
}

BlockPlace place(const EquationPlan& p, const lab::Matrix& m) {
  BlockPlace where;
  where.cells = {{0, 0},
                 {static_cast<float>(p.cols) * p.cell.x, static_cast<float>(p.rows) * p.cell.y}};
  where.cell = p.cell;
  where.digits = p.cell.y >= number_scale() * em() ? digits_that_fit(m, p.cell.x - 5) : 0;
  return where;
}

// To a thousandth of the largest entry or so: what an entry says where all are seen side by side.
lab::Matrix rounded(lab::Matrix m) {
  double peak = 0;
  for (const double x : m.values)
    if (std::isfinite(x)) peak = std::max(peak, std::fabs(x));
  if (peak > 0)
    for (double& x : m.values) x = to_step(x, std::pow(10, std::floor(std::log10(peak)) - 2));
  return m;
}

// Everything that the grids share while they are drawn.
struct Desktop {
  const lab::Sliding& s;
  const EquationPlan& plan;
  ImVec2 at;
  const Theme& t;
  ImDrawList& draw;

  ImVec2 corner(int grid) const {
    const auto x = static_cast<float>(grid % plan.across),
               y = static_cast<float>(grid / plan.across);
    const ImVec2 grid_size{static_cast<float>(plan.cols) * plan.cell.x,
                           static_cast<float>(plan.rows) * plan.cell.y};
    return {std::round(at.x + x * (grid_size.x + plan.grid_gap())),
            std::round(at.y + plan.tabs_room() + plan.caption_room() +
                       y * (grid_size.y + plan.line_gap() + plan.caption_room()))};
  }
  int entry(const Area& a) const {
    const Box box = a.box;
    if (!a.hovered || !box.contains(a.mouse)) return -1;
    const int col = static_cast<int>((a.mouse.x - box.min.x) / plan.cell.x);
    const int row = static_cast<int>((a.mouse.y - box.min.y) / plan.cell.y);
    return row < plan.rows && col < plan.cols ? row * plan.cols + col : -1;
  }
  Area grid_area(const char* id, int grid) const {
    ImGui::SetCursorScreenPos(corner(grid));
    return area(id, {static_cast<float>(plan.cols) * plan.cell.x,
                     static_cast<float>(plan.rows) * plan.cell.y});
  }
  void caption(int grid, const char* sign, const std::string& text, lab::Role role) const {
    ImVec2 pen = corner(grid);
    pen.y -= 1.25f * em();
    if (*sign) {
      draw_text(draw, pen, t.text, sign);
      pen.x += text_size(sign).x + 0.35f * em();
    }
    marker(draw, {pen.x + 0.3f * em(), pen.y + 0.55f * em()}, 0.3f * em(), role, t.of(role));
    draw_text(draw, {pen.x + 0.85f * em(), pen.y}, t.text, text);
  }
};

int channel_tabs(const Desktop& d) {
  const ImGuiID owner = ImGui::GetID("channel");
  int chosen = std::clamp(kept(owner, "channel"), 0, d.plan.channels - 1);
  ImVec2 pen = d.at;
  for (int c = 0; c < d.plan.channels && d.plan.channels > 1; ++c) {
    const std::string name = lab::channel_name(d.s, c);
    const ImVec2 size = text_size(name);
    ImGui::SetCursorScreenPos(pen);
    const Area a = area(name.c_str(), {size.x, 1.5f * em()});
    if (a.pressed || keys(a).enter) chosen = c;
    draw_text(d.draw, {pen.x, pen.y + 0.15f * em()},
              c == chosen || a.hovered ? d.t.text : d.t.faint, name);
    if (c == chosen)
      d.draw.AddRectFilled({pen.x, pen.y + 1.35f * em()}, {pen.x + size.x, pen.y + 1.5f * em()},
                           d.t.accent);
    pen.x += size.x + 0.8f * em();
  }
  keep(owner, "channel", chosen);
  return chosen;
}

// The window in the picture's own shades.
void draw_window(const Desktop& d, int grid, const lab::Matrix& seen, int loud) {
  const lab::Matrix values = rounded(seen);
  const Shading shading = input_shading(d.s, d.t);
  const ImVec2 at = d.corner(grid);
  const int digits = place(d.plan, values).digits;
  ImGui::PushFont(nullptr, em() * number_scale());
  for (int i = 0; i < values.rows * values.cols; ++i) {
    const double v = values.values[static_cast<std::size_t>(i)];
    const ImVec2 from{at.x + static_cast<float>(i % values.cols) * d.plan.cell.x,
                      at.y + static_cast<float>(i / values.cols) * d.plan.cell.y};
    const ImVec2 to{from.x + d.plan.cell.x, from.y + d.plan.cell.y};
    const gfx::Rgb ground = std::isfinite(v)
                                ? gfx::colour(shading.ramp, static_cast<float>(v), shading.peak)
                                : rgb(d.t.surface);
    d.draw.AddRectFilled({from.x + 1.5f, from.y + 1.5f}, {to.x - 1.5f, to.y - 1.5f}, packed(ground),
                         4);
    d.draw.AddRect({from.x + 1.5f, from.y + 1.5f}, {to.x - 1.5f, to.y - 1.5f},
                   i == loud ? d.t.text : d.t.grid, 4, 0, i == loud ? 2.0f : 1.0f);
    if (digits > 0)
      centred(d.draw, {(from.x + to.x) / 2, (from.y + to.y) / 2}, ink_on(ground),
              readable(v, digits));
  }
  ImGui::PopFont();
}

void read_product(const lab::Product& p, const lab::Sliding& s, ImVec2 anchor, bool editable) {
  const lab::Plane& plane = s.input.front();
  const bool inside = p.row >= 0 && p.col >= 0 && p.row < plane.rows && p.col < plane.cols;
  std::vector<ReadLine> lines = {
      {"kernel row " + std::to_string(p.i + 1) + ", column " + std::to_string(p.j + 1)},
      {"input " +
       (inside ? "row " + std::to_string(p.row + 1) + ", column " + std::to_string(p.col + 1)
               : std::string("padding"))},
      {readable(p.value, 5) + " × " + readable(p.weight, 5) + " = " + readable(p.product(), 5)}};
  if (editable) lines.push_back({"drag sideways, or double-click to type"});
  readout(anchor, lines);
}

lab::Matrix filled(const std::vector<lab::Product>& terms, const EquationPlan& p, bool values) {
  lab::Matrix m{p.rows, p.cols, {}};
  for (const lab::Product& term : terms) m.values.push_back(values ? term.value : term.product());
  return m;
}

// "output(46, 36) = sum of the products = 2.605" where these are all that it is the sum of.
std::string total_words(Cell cell, const std::string& sum, const EquationPlan& plan) {
  if (!plan.written_out()) return "sum " + sum;
  const std::string words = "output(" + std::to_string(cell.row + 1) + ", " +
                            std::to_string(cell.col + 1) + ") = sum of the products = " + sum;
  return text_size(words).x <= plan.size.x ? words : "sum of the products " + sum;
}

}  // namespace

Equation equation(const lab::Sliding& s, Cell shown_cell, ImVec2 at, const EquationPlan& plan,
                  Desk& desk, const Theme& t) {
  const Desktop d{s, plan, at, t, *ImGui::GetWindowDrawList()};
  Equation e;
  e.channel = channel_tabs(d);
  const std::vector<lab::Product> terms =
      lab::products(s, e.channel, shown_cell.row, shown_cell.col);
  const lab::Field* field = desk.field(s.edit_kernel);
  const int kernel_grid = plan.grids == 3 ? 1 : 0;

  const Area a = d.grid_area("kernel", kernel_grid);
  const int pointed = d.entry(a);
  e.tap = pointed;
  const auto point_at = [&](const char* id, int grid) {
    const int entry = d.entry(d.grid_area(id, grid));
    if (entry >= 0) e.tap = entry;
  };
  if (plan.grids == 3) point_at("window", 0);
  if (plan.grids >= 2) point_at("products", kernel_grid + 1);

  const lab::Matrix kernel = kernel_matrix(s, e.channel, field);
  lab::Matrix in_hand = kernel;
  const lab::Block block{.name = {},
                         .role = lab::Role::weight,
                         .values = kernel,
                         .light = {},
                         .edit = s.edit_kernel,
                         .pick_row = {},
                         .pick_col = {},
                         .joiner = {}};
  const BlockPlace kernel_place = place(plan, rounded(kernel));
  const Cells cells{block, kernel_place, d.corner(kernel_grid), number_scale()};
  if (field) edit_kernel(s, e.channel, a, pointed, *field, in_hand, desk);

  if (plan.grids == 3) {
    d.caption(0, "", "window", lab::Role::input);
    draw_window(d, 0, filled(terms, plan, true), e.tap);
    e.window = {d.corner(0), d.corner(0)};
    e.window.max.x += static_cast<float>(plan.cols) * plan.cell.x;
    e.window.max.y += static_cast<float>(plan.rows) * plan.cell.y;
  }
  const bool for_all = plan.channels > 1 && shared_kernel(s);
  d.caption(kernel_grid, plan.grids == 3 ? "×" : "",
            "kernel " + std::to_string(plan.rows) + " × " + std::to_string(plan.cols) +
                (for_all ? ", shared" : ""),
            lab::Role::weight);
  draw_cells(cells, rounded(in_hand), e.tap, field != nullptr, d.draw, t);
  if (plan.grids >= 2) {
    const lab::Matrix values = rounded(filled(terms, plan, false));
    const lab::Block outcome{.name = {},
                             .role = lab::Role::activation,
                             .values = values,
                             .light = {},
                             .edit = {},
                             .pick_row = {},
                             .pick_col = {},
                             .joiner = {}};
    const BlockPlace where = place(plan, values);
    d.caption(kernel_grid + 1, "=", "products", lab::Role::activation);
    draw_cells({outcome, where, d.corner(kernel_grid + 1), number_scale()}, values, e.tap, false,
               d.draw, t);
  }
  const float bottom = at.y + plan.size.y - 1.3f * em();
  const std::string total = total_words(shown_cell, readable(lab::sum(terms)), plan);
  draw_text(d.draw, {at.x, bottom}, t.text, total);
  e.result = {at.x + text_size(total).x + 0.4f * em(), bottom + 0.6f * em()};

  if (field) type_kernel(s, e.channel, cells, a, *field, kernel, desk);
  if (e.tap >= 0 && !a.held)
    read_product(terms[static_cast<std::size_t>(e.tap)], s, ImGui::GetIO().MousePos,
                 field && pointed >= 0);
  return e;
}

}  // namespace ui
