// A population as dots: groups named and counted above, the dots in a queue, and where a gap parts
// the queue, a line in it that the hand moves while the dots walk from one side to the other.

#include "ui/plots/dots.h"

#include <algorithm>
#include <cmath>

#include "ui/controls/wish.h"
#include "ui/frame/digits.h"
#include "ui/frame/focus.h"
#include "ui/frame/readout.h"
#include "ui/frame/theme.h"
#include "ui/plots/dots_legend.h"

namespace ui {

namespace {

constexpr long long most_dots = 40000;

// How many people a dot stands for: as the queue says, else one, unless there would be too many.
long long per_dot(const lab::Dots& s) {
  return s.queue.empty() ? std::max(1LL, (member_count(s) + most_dots - 1) / most_dots) : s.each;
}

// A group that has anybody has a dot.
long long dots_of(const lab::DotGroup& g, long long per) {
  return g.count > 0 ? (g.count + per - 1) / per : 0;
}

long long dot_count(const lab::Dots& s) {
  if (!s.queue.empty()) return std::min(static_cast<long long>(s.queue.size()), most_dots);
  long long all = 0;
  for (const lab::DotGroup& g : s.groups) all += dots_of(g, per_dot(s));
  return all;
}

int group_of(const lab::Dots& s, long long dot) {
  if (dot < 0 || dot >= dot_count(s)) return -1;
  if (!s.queue.empty()) return s.queue[static_cast<std::size_t>(dot)];
  for (std::size_t g = 0; g < s.groups.size(); ++g) {
    dot -= dots_of(s.groups[g], per_dot(s));
    if (dot < 0) return static_cast<int>(g);
  }
  return -1;
}

float counter_height(const lab::Dots& s, float width) {
  if (s.counter.empty()) return 0;
  const float em = ImGui::GetFontSize();
  return (width < 34 * em ? 3.2f : 1.9f) * em;
}

constexpr float gap_columns = 3, ghost_columns = 2, largest_cell = 22;

// Square cells in columns from the left, as large as they fit beside a gap of some columns and,
// where another run had its gap, a narrower one for that.
struct Field {
  ImVec2 at;
  int rows = 1;
  float cell = 1, gap = 0;
  int ghost = -1;  // dots before the gap of another run, or -1
  float ghost_gap() const { return ghost >= 0 ? ghost_columns * cell : 0; }
  float columns(float dots) const { return dots / static_cast<float>(rows) * cell; }
  ImVec2 middle(long long i, float aside) const {
    const float past_ghost = i >= ghost ? ghost_gap() : 0;
    return {at.x + (static_cast<float>(i / rows) + 0.5f) * cell + aside * gap + past_ghost,
            at.y + (static_cast<float>(i % rows) + 0.5f) * cell};
  }
  // The middle of the gap with so many dots before it, and back.
  float line(float before) const {
    const float past_ghost = before > static_cast<float>(ghost) ? ghost_gap() : 0;
    return at.x + columns(before) + 0.5f * gap + past_ghost;
  }
  float before(float x) const {
    const float dots = (x - at.x - 0.5f * gap) / cell * static_cast<float>(rows);
    const auto there = static_cast<float>(ghost);
    if (ghost < 0 || dots <= there) return dots;
    return std::max(there, dots - ghost_columns * static_cast<float>(rows));
  }
  // The middle of the gap of the other run, where so many dots stand before the own.
  float ghost_line(int parted) const {
    return at.x + columns(static_cast<float>(ghost)) + (ghost >= parted ? gap : 0) +
           0.5f * ghost_gap();
  }
  long long dot_under(ImVec2 mouse, long long parted) const {
    const float row = std::floor((mouse.y - at.y) / cell);
    if (row < 0 || row >= static_cast<float>(rows)) return -1;
    for (const float aside : {0.0f, gap})
      for (const float past_ghost : {0.0f, ghost_gap()}) {
        const float col = std::floor((mouse.x - at.x - aside - past_ghost) / cell);
        const long long i = static_cast<long long>(col) * rows + static_cast<long long>(row);
        if (col >= 0 && (gap == 0 || (i >= parted) == (aside > 0)) &&
            (ghost < 0 || (i >= ghost) == (past_ghost > 0)))
          return i;
      }
    return -1;
  }
};

Field fitted_field(ImVec2 at, ImVec2 room, const lab::Dots& s) {
  const int ghost = s.queue.empty() ? -1 : s.ghost_parted;
  Field best{at, 1, 0, 0, ghost};
  const float gap = s.queue.empty() ? 0 : gap_columns;
  const float aside = gap + (ghost >= 0 ? ghost_columns : 0);
  const auto count = static_cast<float>(std::max(dot_count(s), 1LL));
  const auto cell_of = [&](int rows) {
    const float columns = std::ceil(count / static_cast<float>(rows)) + aside;
    const float cell =
        std::min({room.x / columns, room.y / static_cast<float>(rows), largest_cell});
    // Whole points, so that all squares have edges of the same weight.
    return cell >= 6 ? std::floor(cell) : cell;
  };
  const float guess = std::sqrt(std::max(room.y, 1.0f) / std::max(room.x, 1.0f) * count);
  for (int rows = std::max(1, static_cast<int>(0.7f * guess) - 2);
       rows <= static_cast<int>(1.3f * guess) + 2; ++rows)
    if (cell_of(rows) > best.cell) best = {at, rows, cell_of(rows), 0, ghost};
  // Rounder numbers of rows are easier to count by, where they cost no size.
  for (const int rows : {best.rows / 5 * 5, best.rows / 5 * 5 + 5})
    if (rows >= 20 && cell_of(rows) >= best.cell) best = {at, rows, cell_of(rows), 0, ghost};
  best.gap = gap * best.cell;
  return best;
}

// Above the dots, for the name of the other run's gap.
float ghost_height(const lab::Dots& s) {
  return s.queue.empty() || s.ghost_parted < 0 ? 0 : 1.3f * ImGui::GetFontSize();
}

// Round members among square ones: as large as tells them apart where dots are small and they are
// few, else as all.
float round_radius(const lab::Dots& s, float cell) {
  constexpr float told_apart = 4, most = 0.75f, few = 0.2f;  // radius in points; of a cell; of all
  const float usual = 0.43f * cell;
  long long round = 0;
  for (const lab::DotGroup& g : s.groups) round += g.square ? 0 : std::max(g.count, 0);
  if (static_cast<double>(round) > few * static_cast<double>(member_count(s))) return usual;
  return std::max(usual, std::min(told_apart, most * cell));
}

// How many dots stand before the gap in this frame: on its way to where it belongs.
float walked(const Area& a, const lab::Dots& s, Desk& desk) {
  const auto aim = static_cast<float>(s.parted);
  const float from = kept_real(a.id, "parted", -1);
  const float left = std::fabs(aim - from);
  if (left == 0) return aim;
  constexpr float pace = 0.06f;  // seconds in which most of the way is made
  const float share = 1 - std::exp(-ImGui::GetIO().DeltaTime / pace);
  const bool there = desk.reduced_motion || from < 0 || left < 0.5f;
  const float now = there ? aim : from + share * (aim - from);
  keep_real(a.id, "parted", now);
  if (!there) desk.restless = true;
  return now;
}

// The line in the gap: it is taken hold of anywhere near, and the field reads what the stop says.
bool drag_gap(const Area& a, const lab::Dots& s, const Field& f, Box field, float parted,
              Desk& desk) {
  const lab::Field* const set = desk.field(s.drag);
  if (!set || s.stops.size() != s.queue.size() + 1) return false;
  const Theme t = theme();
  const float reach = std::max(14.0f, 0.5f * f.gap);
  const bool near = std::fabs(a.mouse.x - f.line(parted)) < reach && a.mouse.y > field.min.y - 10 &&
                    a.mouse.y < field.max.y + 10;
  const bool dragging = a.held && (a.pressed ? near : kept(a.id, "drag") != 0);
  if (a.pressed) keep(a.id, "drag", dragging);
  if (dragging) {
    const float last = static_cast<float>(s.queue.size());
    const float before = std::clamp(std::round(f.before(a.mouse.x)), 0.0f, last);
    const auto text = number_text(*set, s.stops[static_cast<std::size_t>(before)]);
    if (text && static_cast<int>(before) != s.parted) wish(desk, *set, *text);
  }
  if (a.double_clicked && near) wish(desk, *set, lab::text(set->initial));
  const bool loud = dragging || (a.hovered && near);
  if (loud) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);

  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float x = std::round(f.line(parted)), y = 0.5f * (field.min.y + field.max.y);
  const ImU32 colour = loud ? mix(t.accent, t.text, 0.3f) : t.accent;
  draw.AddLine({x, field.min.y}, {x, field.max.y}, colour, 2);
  draw.AddRectFilled({x - 6, y - 11}, {x + 6, y + 11}, colour, 4);
  for (const float dx : {-2.0f, 2.0f})
    draw.AddLine({x + dx, y - 5}, {x + dx, y + 5}, t.on_accent, 1);
  return loud;
}

// The gap of another run, named above the dots.
void draw_ghost_gap(const lab::Dots& s, const Field& f, Box field, ImDrawList& draw,
                    const Theme& t) {
  if (f.ghost < 0) return;
  const float x = std::round(f.ghost_line(s.parted));
  const char* const words = "pinned";
  const ImVec2 extent = text_size(words);
  const float left = std::clamp(x - 0.5f * extent.x, field.min.x, field.max.x - extent.x);
  dashed_line(draw, {x, field.min.y - 0.2f * extent.y}, {x, field.max.y}, t.text, 1.5f, 4);
  draw_text(draw, {left, field.min.y - 1.2f * extent.y}, t.text, words);
}

void tell(const lab::Dots& s, const lab::DotGroup& group, ImVec2 at) {
  const auto n = static_cast<double>(member_count(s));
  std::vector<ReadLine> lines = {
      {group_words(group), theme().of(group.role)},
      {readable(100 * static_cast<double>(group.count) / n) + " % of " + readable(n)}};
  if (per_dot(s) > 1)
    lines.push_back({"a dot stands for " + readable(static_cast<double>(per_dot(s)))});
  readout(at, lines);
}

}  // namespace

float Widget<lab::Dots>::height(const lab::Dots& s, float width) {
  const float em = ImGui::GetFontSize();
  // Dots of six points if the width allows, or, where they walk, of twelve; in a field that is not
  // higher than wide.
  const bool parted = !s.queue.empty();
  const float cell = parted ? 12.0f : 6.0f;
  const auto n = static_cast<float>(dot_count(s));
  const float aside = gap_columns + (ghost_height(s) > 0 ? ghost_columns : 0);
  const float wanted = cell * cell * n / std::max(width - aside * cell, 1.0f);
  const float room = std::clamp(wanted, 4 * em, std::max(std::min(width, 24 * em), 4 * em));
  const Field f = fitted_field({0, 0}, {std::max(width, 1.0f), room}, s);
  return DotsLegend(s, width).height() + ghost_height(s) + counter_height(s, width) +
         static_cast<float>(f.rows) * f.cell;
}

float Widget<lab::Dots>::least_height(const lab::Dots& s, float width) {
  const float beside = DotsLegend(s, width).height() + ghost_height(s) + counter_height(s, width);
  return std::min(height(s, width), beside + 8 * ImGui::GetFontSize());
}

void Widget<lab::Dots>::draw(const char* id, const lab::Dots& s, ImVec2 size, Desk& desk) {
  const Theme t = theme();
  const float em = ImGui::GetFontSize();
  const Area a = area(id, size);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  if (member_count(s) == 0) return draw_text(draw, a.box.min, t.faint, "nobody");

  const DotsLegend names(s, a.box.width());
  const float foot = counter_height(s, a.box.width());
  const bool parted = !s.queue.empty();
  const ImVec2 top{a.box.min.x, a.box.min.y + names.height() + ghost_height(s)};
  const Field f = fitted_field(top, {a.box.width(), std::max(a.box.max.y - foot - top.y, 8.0f)}, s);
  const float before = walked(a, s, desk);
  int pointed = a.hovered ? group_of(s, f.dot_under(a.mouse, s.parted)) : -1;
  for (std::size_t g = 0; g < s.groups.size(); ++g)
    if (a.hovered && names.box(g, a.box.min).contains(a.mouse)) pointed = static_cast<int>(g);
  const int loud = cursor(a, pointed, static_cast<int>(s.groups.size()), desk.stamp);

  names.draw(draw, a.box.min, loud);
  // Dots near the gap are on their way while it moves, and on one side of it when it rests.
  const float walking = std::min(2.0f * static_cast<float>(f.rows),
                                 2 * std::fabs(before - static_cast<float>(s.parted)));
  const float usual = 0.43f * f.cell, round = round_radius(s, f.cell);
  // The larger ones lie upon the others.
  for (const bool upon : {false, true})
    for (long long i = 0, all = dot_count(s); i < all; ++i) {
      const int g = group_of(s, i);
      const lab::DotGroup& group = s.groups[static_cast<std::size_t>(g)];
      if ((!group.square && round > usual) != upon) continue;
      const float past = static_cast<float>(i) + 0.5f - before;
      const float aside = walking > 0 ? std::clamp(past / walking + 0.5f, 0.0f, 1.0f)
                          : past > 0  ? 1
                                      : 0;
      const ImU32 own = t.of(group.role);
      const ImVec2 at = f.middle(i, aside);
      if (upon) disc(draw, at, round + 1, t.surface);
      draw_member(draw, at, upon ? round : usual, group,
                  loud >= 0 && loud != g ? mix(own, t.surface, 0.65f) : own, t.surface);
    }
  const Box field{top, {a.box.max.x, top.y + static_cast<float>(f.rows) * f.cell}};
  draw_ghost_gap(s, f, field, draw, t);
  const bool busy = parted && drag_gap(a, s, f, field, before, desk);
  if (foot > 0)
    draw_text(draw, {a.box.min.x, field.max.y + 0.5f * em}, t.text, s.counter, a.box.width());
  if (loud < 0 || busy) return;
  const auto at = static_cast<std::size_t>(loud);
  tell(s, s.groups[at], a.hovered ? a.mouse : ImVec2{names.box(at, a.box.min).min.x, top.y});
}

}  // namespace ui
