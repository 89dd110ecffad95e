// A value typed in the place where it stands.
#pragma once

#include <optional>
#include <string>

#include "lab/field.h"
#include "ui/frame/focus.h"

namespace ui {

void begin_typing(ImGuiID owner);
bool is_typing(ImGuiID owner);

// While `owner` is being typed into: a text box over `box` with the value of `field`. Enter, Tab or
// a click elsewhere ends it, Escape leaves the value alone; where the field holds text of several
// lines, Enter begins a new one and Ctrl+Enter ends it. What cannot be read is said, and stays in
// the box until it is corrected, given up with Escape, or left for the second time. Returns the
// canonical text when it has ended with one that the field takes.
std::optional<std::string> typed(ImGuiID owner, const Box& box, const lab::Field& field);

}  // namespace ui
