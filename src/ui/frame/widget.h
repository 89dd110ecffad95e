// What every widget is given and gives back.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <string>
#include <vector>

#include "lab/fields.h"
#include "lab/figure.h"

namespace gfx {
class Cache;
}

namespace ui {

// A wish of the person: set this parameter to this text. Front ends pass it to the session.
struct Intent {
  std::string key, value;
};

// Whether two fingers, or the wheel as well, would enlarge what lies under the pointer.
enum class Zooms { no, pinch, wheel };

// A widget draws at ImGui's cursor into `size` and appends what the person asked for. It owns
// nothing: what must outlive a frame is in ImGui's state storage under its id.
struct Desk {
  const lab::Fields& fields;  // current values, for widgets that edit one
  std::vector<Intent>& intents;
  gfx::Cache* gfx = nullptr;  // keeps textures between frames; null: all but the textures is drawn
  bool reduced_motion = false;
  bool restless = false;  // set by what moves on its own: another frame is wanted
  Zooms zooms = Zooms::no;
  // Of the figure that is being drawn: the same number stands for the same values, 0 for any.
  std::uint64_t stamp = 0;
};

void bars(const char* id, const lab::Bars& shape, ImVec2 size, Desk& desk);
void lines(const char* id, const lab::Lines& shape, ImVec2 size, Desk& desk);
void scatter(const char* id, const lab::Scatter& shape, ImVec2 size, Desk& desk);
void blocks(const char* id, const lab::Blocks& shape, ImVec2 size, Desk& desk);
void tiles(const char* id, const lab::Tiles& shape, ImVec2 size, Desk& desk);
void sliding(const char* id, const lab::Sliding& shape, ImVec2 size, Desk& desk);
void working(const char* id, const lab::Working& shape, ImVec2 size, Desk& desk);
void heat(const char* id, const lab::Heat& shape, ImVec2 size, Desk& desk);
void boundary(const char* id, const lab::Boundary& shape, ImVec2 size, Desk& desk);
void graph(const char* id, const lab::Graph& shape, ImVec2 size, Desk& desk);
void glance(const char* id, const lab::Glance& shape, ImVec2 size, Desk& desk);
void dots(const char* id, const lab::Dots& shape, ImVec2 size, Desk& desk);

// The height that a shape asks for at this width, in points.
float wanted_height(const lab::Shape& shape, float width);

}  // namespace ui
