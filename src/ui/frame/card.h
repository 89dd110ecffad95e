// A figure on its card, and what all parts of the board go by.
#pragma once

#include <cstdint>
#include <span>

#include "ui/frame/board.h"

namespace ui {

// Distances on the board, in points.
struct Spaces {
  float edge, gap, pad;  // around everything, between cards, inside of one
};

struct Setting {
  const lab::View& view;
  std::span<const std::uint64_t> stamps;
  const Curtain& curtain;
  Drawn& drawn;
  Desk& desk;
  Sight sight;
  bool wide;  // room for controls beside the story
  Spaces spaces;
  float full;  // width between the edges

  // The height that is in view at once, whether or not somebody has said.
  float fold() const { return sight.fold > 0 ? sight.fold : 0.75f * full; }
};

// The heights that a card with this figure takes at a width: the one it asks for, and the least
// that it can be read in.
float card_height(const Setting& s, const lab::Figure& f, float width);
float least_card_height(const Setting& s, const lab::Figure& f, float width);

// Draws the card, or the curtain that hangs over it, and notes where it is.
void card(const Setting& s, const lab::Figure& f, ImVec2 at, ImVec2 size);

// The largest of what was asked for under this name at this width, so that what becomes shorter and
// longer again moves nothing that lies beneath.
float largest_so_far(const char* name, float width, float asked);

}  // namespace ui
