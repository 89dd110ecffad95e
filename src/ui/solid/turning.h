// A figure in space in the hand.
#pragma once

#include "ui/frame/focus.h"
#include "ui/frame/widget.h"
#include "ui/solid/projection.h"

namespace ui {

// The fields that turn a figure; both or none.
struct TurnFields {
  const lab::Field *yaw = nullptr, *pitch = nullptr;
  explicit operator bool() const { return yaw && pitch; }
};
TurnFields turn_fields(const lab::Surface& s, const Desk& desk);

// How the figure stands: as its fields say, else as it says itself.
Angles angles_of(const lab::Surface& s, TurnFields fields);

// Lets the figure be turned: by a drag half a degree a point, by the arrow keys five degrees a
// press; a double click or the key 0 turns it back. A finger that goes up or down first scrolls the
// page. Asks for the angles, which stay within the bounds of the fields, and returns them. A yaw
// that may go all the way round does.
Angles turn(TurnFields fields, Angles stands, const Area& a, const Keys& k, Desk& desk);

// True while the hand turns it.
bool turning(const Area& a);

}  // namespace ui
