#include "ui/plots/dots_legend.h"

#include <algorithm>
#include <cmath>

#include "ui/frame/digits.h"
#include "ui/maps/shades.h"

namespace ui {

namespace {

constexpr float mark_room = 1.6f;  // of a name, in letters' heights

float name_line() { return 1.5f * ImGui::GetFontSize(); }

std::string counted_name(const std::string& name, long long count) {
  return name + ": " + readable(static_cast<double>(count));
}

std::string beside_ghost(const std::string& words, long long count) {
  return words + ", pinned " + readable(static_cast<double>(count));
}

const std::string& name_of(const lab::DotGroup& g, bool brief) {
  return brief && !g.brief.empty() ? g.brief : g.name;
}

// The width of the widest name with the largest counts that it could have.
float widest_name(const lab::Dots& s, bool brief, bool ghosts) {
  float most = 0;
  const long long largest = member_count(s);
  for (const lab::DotGroup& g : s.groups) {
    std::string words = counted_name(name_of(g, brief), largest);
    if (ghosts) words = beside_ghost(words, largest);
    most = std::max(most, text_size(words).x);
  }
  return most + mark_room * ImGui::GetFontSize();
}

// On whole pixels, for a rectangle has no soft edges: all four sides of a hollow one are of one
// width wherever it stands.
void square(ImDrawList& draw, ImVec2 at, float half, bool hollow, ImU32 colour, ImU32 ground) {
  const float pixel = 1 / pixel_ratio();
  const auto whole = [pixel](float x) { return std::round(x / pixel) * pixel; };
  const float side = std::max(whole(2 * half), pixel), rim = std::max(whole(0.3f * half), pixel);
  const ImVec2 min{whole(at.x - half), whole(at.y - half)};
  draw.AddRectFilled(min, {min.x + side, min.y + side}, colour);
  if (hollow && side > 2 * rim)
    draw.AddRectFilled({min.x + rim, min.y + rim}, {min.x + side - rim, min.y + side - rim},
                       ground);
}

}  // namespace

long long member_count(const lab::Dots& s) {
  long long n = 0;
  for (const lab::DotGroup& g : s.groups) n += std::max(g.count, 0);
  return n;
}

std::string group_words(const lab::DotGroup& g) {
  return counted_name(g.name, std::max(g.count, 0));
}

void draw_member(ImDrawList& draw, ImVec2 at, float radius, const lab::DotGroup& g, ImU32 colour,
                 ImU32 ground) {
  if (g.square) return square(draw, at, 0.9f * radius, g.hollow, colour, ground);
  disc(draw, at, radius, colour);
  if (g.hollow) disc(draw, at, 0.7f * radius, ground);
}

DotsLegend::DotsLegend(const lab::Dots& s, float width) : dots_(s) {
  const auto fits = [&](bool brief, bool ghosts) {
    return s.groups.size() > 1 && 2 * widest_name(s, brief, ghosts) <= width;
  };
  const bool whole = fits(false, false);
  brief_ = !whole && fits(true, false);
  columns_ = whole || brief_ ? 2 : 1;
  // Counts of another run come beside the others, and make no line more.
  ghosts_ = !s.ghost.empty() &&
            (columns_ == 2 ? fits(brief_, true) : widest_name(s, false, true) <= width);
  column_ = width / static_cast<float>(columns_);
  const int rows = (static_cast<int>(s.groups.size()) + columns_ - 1) / columns_;
  height_ = static_cast<float>(rows) * name_line() + 0.4f * ImGui::GetFontSize();
}

std::string DotsLegend::words(std::size_t group) const {
  const lab::DotGroup& g = dots_.groups[group];
  const std::string now = counted_name(name_of(g, brief_), std::max(g.count, 0));
  return ghosts_ ? beside_ghost(now, dots_.ghost[group]) : now;
}

Box DotsLegend::box(std::size_t group, ImVec2 corner) const {
  const auto i = static_cast<int>(group);
  const ImVec2 at{corner.x + static_cast<float>(i % columns_) * column_,
                  corner.y + static_cast<float>(i / columns_) * name_line()};
  const float width = text_size(words(group)).x + mark_room * ImGui::GetFontSize();
  return {at, {at.x + width, at.y + name_line()}};
}

void DotsLegend::draw(ImDrawList& draw, ImVec2 corner, int loud) const {
  const Theme t = theme();
  const float em = ImGui::GetFontSize();
  for (std::size_t g = 0; g < dots_.groups.size(); ++g) {
    const lab::DotGroup& group = dots_.groups[g];
    const bool quiet = loud >= 0 && loud != static_cast<int>(g);
    const ImVec2 at = box(g, corner).min;
    draw_member(draw, {at.x + 0.5f * em, at.y + 0.6f * em}, 0.36f * em, group, t.of(group.role),
                t.surface);
    draw_text(draw, {at.x + 1.2f * em, at.y}, quiet ? t.faint : t.text, words(g));
  }
}

}  // namespace ui
