// An area of a figure that can be pointed at, clicked and focused.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <optional>

#include "ui/frame/marks.h"

namespace ui {

struct Area {
  ImGuiID id = 0;
  Box box;
  ImVec2 mouse;
  bool hovered = false;  // the pointer is over it and nothing else has been seized
  bool held = false;     // the button went down here and is still down
  bool pressed = false;  // it went down in this frame
  bool double_clicked = false;
  bool activated = false;  // clicked, or Space or Enter pressed on it
  bool focused = false;    // has the keyboard
};

// Puts an area at ImGui's cursor; Tab reaches it and the focus is outlined. Safe with empty sizes.
Area area(const char* id, ImVec2 size);

// A press on the area that let go where it was: nothing was dragged, and no page scrolled.
bool tapped(const Area& a);

// Whether a finger does what the pointer does: it points at nothing once it has been lifted, so
// that what it tapped stays read out.
bool by_finger();

// Says that what lies under the pointer can be clicked. A finger that moves there scrolls the page
// all the same, so it has to be waited for with `tapped`.
void offer_click();

// Whether to speak of a mouse and keys. A narrow display is a phone's, also before a finger has
// been on it.
bool has_keys();

// Keys pressed in this frame while the area has the focus. The arrows are then the area's own and
// do not move the focus.
struct Keys {
  int right = 0, down = 0;  // arrows: -1, 0, 1
  bool enter = false, escape = false, clear = false;
  bool any_arrow() const { return right != 0 || down != 0; }
};
Keys keys(const Area& a);

// True where what has the keyboard has been drawn in this frame.
bool focus_drawn();

// Where that stands in the current window, in the first frame in which the keyboard has come to it.
std::optional<Box> newly_reached();

// Numbers that outlive the frame, under an item's id and a name.
int kept(ImGuiID id, const char* name, int otherwise = 0);
void keep(ImGuiID id, const char* name, int value);
float kept_real(ImGuiID id, const char* name, float otherwise = 0);
void keep_real(ImGuiID id, const char* name, float value);

// Which of `count` entries of an area is read out, or -1: the one under the pointer, `pointed`,
// while no button of a mouse is down; otherwise the one that a finger has tapped or the left and
// right arrows have reached. A tapped one is let go of by a second tap, by a press anywhere else
// and when the figure is another (`stamp`, see Desk); one that was reached, when the focus leaves.
int cursor(const Area& a, int pointed, int count, std::uint64_t stamp);

}  // namespace ui
