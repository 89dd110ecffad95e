// The card that reads out what is pointed at.
#pragma once

#include <imgui.h>

#include <span>
#include <string>

#include "ui/frame/marks.h"

namespace ui {

struct ReadLine {
  std::string text;
  ImU32 swatch = 0;  // a dot in this colour before the text
};

// A card beside `anchor`, over everything, inside the display; in small type on a narrow one.
void readout(ImVec2 anchor, std::span<const ReadLine> lines);

// The same as near to `of` as it hides none of `clear`, and as little of `lesser` as may be: inside
// `within`, or beneath it where there is no such place.
void readout_beside(const Box& of, std::span<const ReadLine> lines, const Box& within,
                    std::span<const Box> clear, std::span<const Box> lesser);

// Where a readout is to say little, since it would cover most of what it speaks of.
bool short_of_room(float width);

}  // namespace ui
