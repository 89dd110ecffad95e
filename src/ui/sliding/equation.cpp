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

// A matrix as it is written into the entries of a grid: to a thousandth of its largest entry or so,
// or to as much as there is room for; `digits` is 0 where that is nothing.
struct Written {
  lab::Matrix values;
  int digits = 0;
};

lab::Matrix rounded(lab::Matrix m, double step) {
  for (double& x : m.values) x = to_step(x, step);
  return m;
}

Written written(const EquationPlan& p, const lab::Matrix& m) {
  double peak = 0;
  for (const double x : m.values)
    if (std::isfinite(x)) peak = std::max(peak, std::fabs(x));
  const double last = peak > 0 ? std::floor(std::log10(peak)) : 0;
  if (!p.numbered) return {m};
  ImGui::PushFont(nullptr, em() * number_scale());
  Written best{m};
  for (double place = last - 2; place <= last && best.digits == 0; ++place) {
    const lab::Matrix values = rounded(m, std::pow(10, place));
    const bool fits = std::all_of(values.values.begin(), values.values.end(), [&](double x) {
      return text_size(readable(x, 4)).x <= p.cell.x - 3;
    });
    if (fits) best = {values, 4};
  }
  ImGui::PopFont();
  return best;
}

BlockPlace place(const EquationPlan& p, int digits) {
  BlockPlace where;
  where.cells = {{0, 0},
                 {static_cast<float>(p.cols) * p.cell.x, static_cast<float>(p.rows) * p.cell.y}};
  where.cell = p.cell;
  where.digits = digits;
  return where;
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
    const float tall = static_cast<float>(plan.rows) * plan.cell.y;
    return {std::round(at.x + x * plan.step),
            std::round(at.y + plan.tabs_room() + plan.caption_room() +
                       y * (tall + plan.line_gap() + plan.caption_room()))};
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

bool is_padding(const lab::Product& p, const lab::Sliding& s) {
  const lab::Plane& plane = s.input.front();
  return p.row < 0 || p.col < 0 || p.row >= plane.rows || p.col >= plane.cols;
}

// The window in the picture's own shades; what is padding is hatched, as around the picture.
void draw_window(const Desktop& d, const std::vector<lab::Product>& terms, const lab::Matrix& seen,
                 int loud) {
  const Written shown = written(d.plan, seen);
  const Shading shading = input_shading(d.s, d.t);
  const ImVec2 at = d.corner(d.plan.window());
  ImGui::PushFont(nullptr, em() * number_scale());
  for (int i = 0; i < seen.rows * seen.cols; ++i) {
    const auto k = static_cast<std::size_t>(i);
    const double v = seen.values[k];
    const bool padding = is_padding(terms[k], d.s);
    const ImVec2 from{at.x + static_cast<float>(i % seen.cols) * d.plan.cell.x,
                      at.y + static_cast<float>(i / seen.cols) * d.plan.cell.y};
    const float rim = d.plan.numbered ? 1.5f : 0;
    const Box box{{from.x + rim, from.y + rim},
                  {from.x + d.plan.cell.x - rim, from.y + d.plan.cell.y - rim}};
    const gfx::Rgb ground = std::isfinite(v) && !padding
                                ? gfx::colour(shading.ramp, static_cast<float>(v), shading.peak)
                                : rgb(d.t.surface);
    d.draw.AddRectFilled(box.min, box.max, packed(ground), 2.5f * rim);
    if (padding) hatch(d.draw, box, faded(d.t.faint, 0.7f));
    if (d.plan.numbered || i == loud)
      d.draw.AddRect(box.min, box.max, i == loud ? d.t.text : d.t.grid, 2.5f * rim, 0,
                     i == loud ? 2.0f : 1.0f);
    if (shown.digits == 0) continue;
    const std::string text = readable(shown.values.values[k], shown.digits);
    const ImVec2 middle{(box.min.x + box.max.x) / 2, (box.min.y + box.max.y) / 2};
    if (padding) {
      const ImVec2 half{0.5f * text_size(text).x + 2, 0.5f * text_size(text).y - 1};
      d.draw.AddRectFilled({middle.x - half.x, middle.y - half.y},
                           {middle.x + half.x, middle.y + half.y}, d.t.surface, 3);
    }
    centred(d.draw, middle, padding ? d.t.text : ink_on(ground), text);
  }
  ImGui::PopFont();
}

void read_product(const lab::Product& p, const lab::Sliding& s, ImVec2 anchor, bool editable) {
  std::vector<ReadLine> lines = {
      {"kernel row " + std::to_string(p.i + 1) + ", column " + std::to_string(p.j + 1)},
      {"input " + (is_padding(p, s) ? std::string("padding")
                                    : "row " + std::to_string(p.row + 1) + ", column " +
                                          std::to_string(p.col + 1))},
      {readable(p.value, 5) + " × " + readable(p.weight, 5) + " = " + readable(p.product(), 5)}};
  if (editable) lines.push_back({"drag sideways, or double-click to type"});
  readout(anchor, lines);
}

lab::Matrix filled(const std::vector<lab::Product>& terms, const EquationPlan& p, bool values) {
  lab::Matrix m{p.rows, p.cols, {}};
  for (const lab::Product& term : terms) m.values.push_back(values ? term.value : term.product());
  return m;
}

lab::Block bare_block(lab::Role role, const lab::Matrix& values) {
  return {.name = {},
          .role = role,
          .values = values,
          .light = {},
          .edit = {},
          .pick_row = {},
          .pick_col = {},
          .joiner = {}};
}

// Draws the kernel, which a hand can change where there is a field; the entry that is pointed at is
// the one that all grids show.
Area draw_kernel(const Desktop& d, Equation& e, const lab::Field* field, Desk& desk) {
  const int grid = d.plan.kernel();
  const Area a = d.grid_area("kernel", grid);
  const int pointed = d.entry(a);
  if (pointed >= 0) e.tap = pointed;
  const lab::Matrix kernel = kernel_matrix(d.s, e.channel, field);
  lab::Matrix in_hand = kernel;
  if (field) edit_kernel(d.s, e.channel, a, pointed, *field, in_hand, desk);
  const std::string sides = std::to_string(d.plan.rows) + " × " + std::to_string(d.plan.cols);
  const bool for_all = d.plan.channels > 1 && shared_kernel(d.s);
  std::string name = "kernel " + sides + (for_all ? ", shared" : "");
  if (d.plan.across > 1 && caption_width(kernel_sign(d.plan), name) > d.plan.step - 0.4f * em())
    name = "kernel";
  d.caption(grid, kernel_sign(d.plan), name, lab::Role::weight);
  const Written shown = written(d.plan, in_hand);
  const lab::Block block = bare_block(lab::Role::weight, kernel);
  const BlockPlace where = place(d.plan, shown.digits);
  const Cells cells{block, where, d.corner(grid), number_scale()};
  draw_cells(cells, shown.values, e.tap, field != nullptr, d.draw, d.t);
  return a;
}

// Over all grids: the box is wider than an entry.
void type_in_kernel(const Desktop& d, int channel, const Area& a, const lab::Field& field,
                    Desk& desk) {
  const lab::Matrix kernel = kernel_matrix(d.s, channel, &field);
  const lab::Block block = bare_block(lab::Role::weight, kernel);
  const BlockPlace where = place(d.plan, 0);
  type_kernel(d.s, channel, {block, where, d.corner(d.plan.kernel()), number_scale()}, a, field,
              kernel, desk);
}

void draw_products(const Desktop& d, const lab::Matrix& values, int loud) {
  const Written shown = written(d.plan, values);
  const lab::Block block = bare_block(lab::Role::activation, values);
  const BlockPlace where = place(d.plan, shown.digits);
  draw_cells({block, where, d.corner(d.plan.products()), number_scale()}, shown.values, loud, false,
             d.draw, d.t);
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
  const auto point_at = [&](const char* id, int grid) {
    if (grid < 0) return;
    const int entry = d.entry(d.grid_area(id, grid));
    if (entry >= 0) e.tap = entry;
  };
  if (plan.window() >= 0) {
    point_at("window", plan.window());
    point_at("products", plan.products());
  }
  const bool can_edit = field && plan.kernel() >= 0;
  Area on_kernel;
  if (plan.kernel() >= 0) on_kernel = draw_kernel(d, e, field, desk);
  if (plan.window() >= 0) {
    d.caption(plan.window(), "", "window", lab::Role::input);
    draw_window(d, terms, filled(terms, plan, true), e.tap);
    const ImVec2 corner = d.corner(plan.window());
    e.window = {corner,
                {corner.x + static_cast<float>(plan.cols) * plan.cell.x,
                 corner.y + static_cast<float>(plan.rows) * plan.cell.y}};
    d.caption(plan.products(), products_sign(plan), "products", lab::Role::activation);
    draw_products(d, filled(terms, plan, false), e.tap);
  }
  const float bottom = at.y + plan.size.y - 1.3f * em();
  const std::string total = total_words(shown_cell, readable(lab::sum(terms)), plan);
  draw_text(d.draw, {at.x, bottom}, t.text, total);
  e.result = {at.x + text_size(total).x + 0.4f * em(), bottom + 0.6f * em()};

  if (can_edit) type_in_kernel(d, e.channel, on_kernel, *field, desk);
  if (e.tap >= 0 && !on_kernel.held)
    read_product(terms[static_cast<std::size_t>(e.tap)], s, ImGui::GetIO().MousePos,
                 can_edit && d.entry(on_kernel) >= 0);
  return e;
}

}  // namespace ui
