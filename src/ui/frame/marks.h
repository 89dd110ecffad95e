// Small drawings that carry a meaning besides colour: markers, dashes, hatching, arrows, outlined
// words.
#pragma once

#include <imgui.h>

#include <span>
#include <string_view>

#include "lab/figure.h"

namespace ui {

struct Box {
  ImVec2 min, max;
  float width() const { return max.x - min.x; }
  float height() const { return max.y - min.y; }
  bool contains(ImVec2 p) const {
    return p.x >= min.x && p.x < max.x && p.y >= min.y && p.y < max.y;
  }
  bool meets(const Box& o) const {
    return min.x < o.max.x && o.min.x < max.x && min.y < o.max.y && o.min.y < max.y;
  }
  // The area that lies in both.
  float shared(const Box& o) const {
    const float wide = (max.x < o.max.x ? max.x : o.max.x) - (min.x > o.min.x ? min.x : o.min.x);
    const float tall = (max.y < o.max.y ? max.y : o.max.y) - (min.y > o.min.y ? min.y : o.min.y);
    return wide > 0 && tall > 0 ? wide * tall : 0;
  }
};

// A disc as a letter of the font: four corners, smooth at any size. For pictures of many.
void disc(ImDrawList& draw, ImVec2 at, float radius, ImU32 colour);

// The marker of a role: circle, disc, square, triangle up, triangle down, ring, diamond.
void marker(ImDrawList& draw, ImVec2 at, float radius, lab::Role role, ImU32 colour);

void dashed_line(ImDrawList& draw, ImVec2 from, ImVec2 to, ImU32 colour, float thick,
                 float dash = 6);

// Slanted lines across a box: what is masked or left out.
void hatch(ImDrawList& draw, const Box& box, ImU32 colour, float gap = 5);

void arrow(ImDrawList& draw, ImVec2 from, ImVec2 to, ImU32 colour, float thick);

// A cross for a value that is not finite.
void cross(ImDrawList& draw, ImVec2 at, float radius, ImU32 colour);

ImVec2 text_size(std::string_view text, float wrap = 0);
void draw_text(ImDrawList& draw, ImVec2 at, ImU32 colour, std::string_view text, float wrap = 0);

// Words with their middle at `at`.
void centred(ImDrawList& draw, ImVec2 at, ImU32 colour, std::string_view text);

}  // namespace ui
