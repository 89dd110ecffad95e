// A cell for each pair: its number on a ground of that strength, or ⊥ where the two are apart.

#include "ui/maps/pairs.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "ui/controls/wish.h"
#include "ui/frame/digits.h"
#include "ui/frame/focus.h"
#include "ui/frame/readout.h"
#include "ui/frame/theme.h"

namespace ui {

namespace {

struct PairGrid {
  float margin = 0, side = 0;
  int n = 0;
  ImVec2 corner;  // of the first cell

  Box cell(int at) const {
    const ImVec2 min{corner.x + side * static_cast<float>(at % n),
                     corner.y + side * static_cast<float>(at / n)};
    return {{min.x + 1, min.y + 1}, {min.x + side - 1, min.y + side - 1}};
  }
};

PairGrid pair_grid(const lab::Pairs& s, float width) {
  PairGrid g;
  g.n = static_cast<int>(s.names.size());
  for (const std::string& name : s.names) g.margin = std::max(g.margin, text_size(name).x);
  g.margin = std::min(g.margin + 0.6f * em(), 0.4f * width);
  g.side = std::clamp((width - g.margin) / static_cast<float>(std::max(g.n, 1)), 6.0f, 3.4f * em());
  return g;
}

float pairs_head() { return 1.5f * em(); }

bool is_apart(const lab::Pairs& s, int at) {
  return std::find(s.apart.begin(), s.apart.end(), at) != s.apart.end();
}

float value_of(const lab::Pairs& s, int at) { return s.cells[static_cast<std::size_t>(at)]; }

void draw_pair(ImDrawList& draw, const lab::Pairs& s, int at, const Box& box, const Theme& t) {
  const float v = value_of(s, at);
  if (std::isnan(v)) return hatch(draw, box, faded(t.frame, 0.5f), 6);
  const float strength = std::min(std::fabs(v), 1.0f);
  const ImVec2 middle{0.5f * (box.min.x + box.max.x), 0.5f * (box.min.y + box.max.y)};
  draw.AddRectFilled(box.min, box.max,
                     mix(t.surface, v < 0 ? t.negative : t.positive, 0.55f * strength), 3);
  if (is_apart(s, at)) {
    draw.AddRect(box.min, box.max, t.frame, 3);
    return centred(draw, middle, t.text, "⊥");
  }
  const std::string number = readable(static_cast<double>(v), 2);
  if (text_size(number).x + 4 <= box.width()) centred(draw, middle, t.text, number);
}

void read_pair(const lab::Pairs& s, int at, const Box& box) {
  const auto n = static_cast<int>(s.names.size());
  const float v = value_of(s, at);
  const std::string what = s.value.empty() ? "value" : s.value;
  const ReadLine lines[] = {{s.names[static_cast<std::size_t>(at / n)] + " and " +
                             s.names[static_cast<std::size_t>(at % n)]},
                            {std::isnan(v)     ? "not asked about"
                             : is_apart(s, at) ? "apart: " + what + " exactly 0"
                                               : what + " " + readable(static_cast<double>(v), 6)}};
  readout({box.max.x, box.min.y}, lines);
}

}  // namespace

float Widget<lab::Pairs>::height(const lab::Pairs& s, float width) {
  const PairGrid g = pair_grid(s, width);
  return std::ceil(pairs_head() + g.side * static_cast<float>(std::max(g.n, 1)) + 0.4f * em());
}

void Widget<lab::Pairs>::draw(const char* id, const lab::Pairs& s, ImVec2 size, Desk& desk) {
  const Theme t = theme();
  const Area a = area(id, size);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  if (s.names.empty()) return draw_text(draw, a.box.min, t.faint, "no pairs");
  PairGrid g = pair_grid(s, a.box.width());
  g.corner = {a.box.min.x + g.margin, a.box.min.y + pairs_head()};
  const int all = g.n * g.n;
  int pointed = -1;
  for (int i = 0; a.hovered && i < all; ++i)
    if (g.cell(i).contains(a.mouse)) pointed = i;
  const Keys k = keys(a);
  int at = std::min(kept(a.id, "pair", -1), all - 1);
  if (tapped(a) && by_finger()) at = at == pointed ? -1 : pointed;
  if (k.escape || !a.focused) at = -1;
  if (k.any_arrow())
    at = at < 0 ? 0
                : std::clamp(at / g.n + k.down, 0, g.n - 1) * g.n +
                      std::clamp(at % g.n + k.right, 0, g.n - 1);
  keep(a.id, "pair", at);

  draw.PushClipRect(a.box.min, a.box.max, true);
  for (int i = 0; i < g.n; ++i) {
    const std::string& name = s.names[static_cast<std::size_t>(i)];
    const float middle = (static_cast<float>(i) + 0.5f) * g.side;
    draw_text(draw, {a.box.min.x, g.corner.y + middle - 0.6f * em()}, t.faint, name);
    if (text_size(name).x <= g.side)
      centred(draw, {g.corner.x + middle, a.box.min.y + 0.6f * em()}, t.faint, name);
  }
  for (int i = 0; i < all; ++i) draw_pair(draw, s, i, g.cell(i), t);
  if (s.lit >= 0 && s.lit < all) {
    const Box box = g.cell(s.lit);
    draw.AddRect(box.min, box.max, t.accent, 3, 0, 2.5f);
  }
  const int loud = pointed >= 0 ? pointed : at;
  if (loud >= 0) draw.AddRect(g.cell(loud).min, g.cell(loud).max, t.text, 3, 0, 1.5f);
  draw.PopClipRect();

  const lab::Field *row = desk.field(s.row), *column = desk.field(s.column);
  const int picked = tapped(a) ? pointed : k.enter ? at : -1;
  if (row && column && pointed >= 0) offer_click();
  if (row && column && picked >= 0 && !std::isnan(value_of(s, picked))) {
    wish(desk, *row, s.names[static_cast<std::size_t>(picked / g.n)]);
    wish(desk, *column, s.names[static_cast<std::size_t>(picked % g.n)]);
  }
  if (loud >= 0) read_pair(s, loud, g.cell(loud));
}

}  // namespace ui
