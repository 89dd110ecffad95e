// A population as one dot a member, group after group, with the groups named and counted.

#include "ui/plots/dots.h"

#include <algorithm>
#include <cmath>

#include "ui/frame/digits.h"
#include "ui/frame/focus.h"
#include "ui/frame/theme.h"

namespace ui {

namespace {

constexpr long long most_dots = 40000;

long long people(const lab::Dots& s) {
  long long n = 0;
  for (const lab::DotGroup& g : s.groups) n += std::max(g.count, 0);
  return n;
}

// How many people a dot stands for: one, unless there would be too many to draw.
long long per_dot(const lab::Dots& s) { return (people(s) + most_dots - 1) / most_dots; }

// A group that has anybody has a dot.
long long dots_of(const lab::DotGroup& g, long long per) {
  return g.count > 0 ? (g.count + per - 1) / per : 0;
}

float names_line() { return 1.5f * ImGui::GetFontSize(); }

std::string named(const lab::DotGroup& g) {
  return g.name + ": " + readable(static_cast<double>(std::max(g.count, 0)));
}

// Where each name of the legend starts, from the legend's top left; `y` of the end is its height.
std::vector<ImVec2> legend_places(const lab::Dots& s, float width) {
  const float em = ImGui::GetFontSize();
  std::vector<ImVec2> places;
  ImVec2 at{0, 0};
  for (const lab::DotGroup& g : s.groups) {
    const float room = text_size(named(g)).x + 2.6f * em;
    if (at.x > 0 && at.x + room - em > width) at = {0, at.y + names_line()};
    places.push_back(at);
    at.x += room;
  }
  places.push_back({0, at.y + names_line()});
  return places;
}

// Square cells in rows from the left, as large as they fit.
struct Lattice {
  ImVec2 at;
  int columns = 1;
  float cell = 1;
  ImVec2 middle(long long i) const {
    return {at.x + (static_cast<float>(i % columns) + 0.5f) * cell,
            at.y + (static_cast<float>(i / columns) + 0.5f) * cell};
  }
};

Lattice fitted_lattice(ImVec2 at, ImVec2 room, long long n) {
  Lattice best{at, 1, 0};
  const auto count = static_cast<double>(std::max(n, 1LL));
  const double guess = std::sqrt(static_cast<double>(room.x) / static_cast<double>(room.y) * count);
  for (int columns = std::max(1, static_cast<int>(0.8 * guess) - 2);
       columns <= static_cast<int>(1.25 * guess) + 2; ++columns) {
    const float rows = static_cast<float>(std::ceil(count / columns));
    const float cell = std::min({room.x / static_cast<float>(columns), room.y / rows, 22.0f});
    if (cell > best.cell) best = {at, columns, cell};
  }
  // Rounder numbers of columns are easier to count by.
  const int tens = best.columns / 10 * 10;
  if (tens < 20) return best;
  const float rows = static_cast<float>(std::ceil(count / tens));
  return {at, tens, std::min({room.x / static_cast<float>(tens), room.y / rows, 22.0f})};
}

// One member: a disc or a square, hollow where the group is.
void dot(ImDrawList& draw, ImVec2 at, float radius, const lab::DotGroup& g, ImU32 colour,
         ImU32 ground) {
  const auto shape = [&](float r, ImU32 ink) {
    if (!g.square) return disc(draw, at, r, ink);
    r *= 0.9f;
    draw.AddRectFilled({at.x - r, at.y - r}, {at.x + r, at.y + r}, ink);
  };
  shape(radius, colour);
  if (g.hollow) shape(0.55f * radius, ground);
}

int group_at(const lab::Dots& s, long long member) {
  for (std::size_t g = 0; g < s.groups.size(); ++g) {
    member -= dots_of(s.groups[g], per_dot(s));
    if (member < 0) return static_cast<int>(g);
  }
  return -1;
}

// The group of the dot, or of the name, under the pointer.
int group_under(const lab::Dots& s, const Area& a, const Lattice& cells,
                const std::vector<ImVec2>& names, ImVec2 legend) {
  if (!a.hovered) return -1;
  for (std::size_t g = 0; g < s.groups.size(); ++g) {
    const ImVec2 at{legend.x + names[g].x, legend.y + names[g].y};
    const float width = text_size(named(s.groups[g])).x + 1.6f * ImGui::GetFontSize();
    if (Box{at, {at.x + width, at.y + names_line()}}.contains(a.mouse)) return static_cast<int>(g);
  }
  const float col = std::floor((a.mouse.x - cells.at.x) / cells.cell);
  const float row = std::floor((a.mouse.y - cells.at.y) / cells.cell);
  if (col < 0 || row < 0 || col >= static_cast<float>(cells.columns)) return -1;
  return group_at(s, static_cast<long long>(row) * cells.columns + static_cast<long long>(col));
}

}  // namespace

float Widget<lab::Dots>::height(const lab::Dots& s, float width) {
  const float em = ImGui::GetFontSize();
  const float legend = legend_places(s, width).back().y + 0.4f * em;
  const auto n = static_cast<double>(std::min(people(s), most_dots));
  // Dots of six points if the width allows, in a field that is not higher than wide.
  const auto field = static_cast<float>(36 * n) / std::max(width, 1.0f);
  return legend + std::clamp(field, 4 * em, std::min(width, 24 * em));
}

void Widget<lab::Dots>::draw(const char* id, const lab::Dots& s, ImVec2 size, Desk&) {
  const Theme t = theme();
  const float em = ImGui::GetFontSize();
  const Area a = area(id, size);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const std::vector<ImVec2> names = legend_places(s, a.box.width());
  const float legend = names.back().y + 0.4f * em;
  const long long n = people(s), per = per_dot(s);
  if (n == 0) return draw_text(draw, a.box.min, t.faint, "nobody");

  const ImVec2 field{a.box.min.x, a.box.min.y + legend};
  long long all = 0;
  for (const lab::DotGroup& g : s.groups) all += dots_of(g, per);
  const Lattice cells =
      fitted_lattice(field, {a.box.width(), std::max(a.box.max.y - field.y, 8.0f)}, all);
  const int loud =
      cursor(a, group_under(s, a, cells, names, a.box.min), static_cast<int>(s.groups.size()));
  long long next = 0;
  for (std::size_t g = 0; g < s.groups.size(); ++g) {
    const lab::DotGroup& group = s.groups[g];
    const bool quiet = loud >= 0 && loud != static_cast<int>(g);
    const ImU32 own = t.of(group.role), colour = quiet ? mix(own, t.surface, 0.65f) : own;
    const ImVec2 name{a.box.min.x + names[g].x, a.box.min.y + names[g].y};
    dot(draw, {name.x + 0.5f * em, name.y + 0.6f * em}, 0.36f * em, group, own, t.surface);
    draw_text(draw, {name.x + 1.2f * em, name.y}, quiet ? t.faint : t.text, named(group));
    for (const long long end = next + dots_of(group, per); next < end; ++next)
      dot(draw, cells.middle(next), 0.43f * cells.cell, group, colour, t.surface);
  }
  if (loud < 0) return;
  const lab::DotGroup& group = s.groups[static_cast<std::size_t>(loud)];
  const double share = static_cast<double>(group.count) / static_cast<double>(n);
  std::vector<ReadLine> lines = {
      {named(group), t.of(group.role)},
      {readable(100 * share, 4) + " % of " + readable(static_cast<double>(n))}};
  if (per > 1) lines.push_back({"a dot stands for " + readable(static_cast<double>(per))});
  readout(
      a.hovered ? a.mouse : ImVec2{a.box.min.x + names[static_cast<std::size_t>(loud)].x, field.y},
      lines);
}

}  // namespace ui
