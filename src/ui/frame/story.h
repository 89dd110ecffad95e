// The story of a lab with what it finds and the controls that move it, composed so that all of it
// is in view at once.
#pragma once

#include "ui/frame/card.h"

namespace ui {

// The first figure that tells the story, or null.
const lab::Figure* story_of(const lab::View& view);

// The second figure that tells the story, or null: it shares the place of the first, and in one
// column it stands between that and the controls unless both are square.
const lab::Figure* companion_of(const Setting& s);

// The size of type in which the story was set last, so that what stands beneath it is set alike.
float story_type(const Setting& s);

// Draws them from `top` on, with `reserved` points left free in the fold for what follows, and
// returns where they end. Where there is room the controls stand beside the story, or beneath it if
// it needs the whole width. In one column they stand beneath, and the story stays in view while
// they are scrolled.
float draw_story(const Setting& s, float top, float reserved);

}  // namespace ui
