// The buttons that move a run.
#pragma once

#include <imgui.h>

namespace ui {

enum class Icon { restart, back, play, pause, step };

// The height of such a button, in points; a finger finds it.
float transport_height();

// A button at ImGui's cursor, which moves to its right. `hint` is read out where a pointer rests;
// `loud` marks the main one. True when pressed.
bool transport_button(const char* id, Icon which, const char* hint, bool loud);

}  // namespace ui
