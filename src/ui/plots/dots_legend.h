// The names of the groups of a population of dots, counted, above the dots.
#pragma once

#include <imgui.h>

#include <cstddef>
#include <string>

#include "lab/shapes/dots.h"
#include "ui/frame/marks.h"
#include "ui/frame/theme.h"

namespace ui {

// All people of the groups.
long long member_count(const lab::Dots& s);

// "ill, missed: 12", with the count of every member.
std::string group_words(const lab::DotGroup& g);

// One member: a disc or a square, hollow where the group is.
void draw_member(ImDrawList& draw, ImVec2 at, float radius, const lab::DotGroup& g, ImU32 colour,
                 ImU32 ground);

// The groups stand in two columns, by their brief names where the whole ones leave no room for
// that, or in one; a count that grows moves nothing.
class DotsLegend {
 public:
  DotsLegend(const lab::Dots& s, float width);

  float height() const { return height_; }
  int columns() const { return columns_; }

  // Where the name of a group stands, below and to the right of `corner`.
  Box box(std::size_t group, ImVec2 corner) const;

  // Draws the names; that of a group other than `loud`, where there is one, in faint letters.
  void draw(ImDrawList& draw, ImVec2 corner, int loud) const;

 private:
  std::string words(std::size_t group) const;

  const lab::Dots& dots_;
  bool brief_ = false, ghosts_ = false;
  int columns_ = 1;
  float column_ = 0, height_ = 0;
};

}  // namespace ui
