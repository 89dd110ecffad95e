// The names of lines, each after a stroke as it is drawn.
#pragma once

#include <imgui.h>

#include <span>
#include <string>

namespace ui {

struct StrokeName {
  std::string name;
  ImU32 colour = 0;
  bool dashed = false;
};

// Writes them in a row that ends at the point `end`, the last first, as far as they stay right of
// `least_x`; nameless ones are left out.
void stroke_legend(ImDrawList& draw, ImVec2 end, float least_x, std::span<const StrokeName> names);

}  // namespace ui
