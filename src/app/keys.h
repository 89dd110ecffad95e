// Keys of the page as ImGui names them.
#pragma once

#include <imgui.h>

#include <string_view>

namespace app {

// The key of a KeyboardEvent.code ("KeyA", "ArrowLeft"); ImGuiKey_None for one that the canvas has
// no use for.
ImGuiKey key_of(std::string_view code);

}  // namespace app
