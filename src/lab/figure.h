// Pictures as data: what is seen, not how it is drawn. The canvas has one widget for each shape;
// CSV and the texts for screen readers come from the same values.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "lab/diagram_shapes.h"
#include "lab/plane_shapes.h"
#include "lab/plot_shapes.h"

namespace lab {

using Shape = std::variant<Bars, Lines, Scatter, Blocks, Tiles, Sliding, Working, Heat, Boundary,
                           Graph, Dots, Glance>;

// Room that a figure asks for: the story of the lab, a full row, or a share of a row.
enum class Room : std::uint8_t { story, row, share };
constexpr int room_count = 3;

struct Figure {
  std::string key;    // stable, for export: "loss"
  std::string title;  // says what is seen: "Loss of 200 samples"
  std::string alt;    // one sentence with the finding
  Shape shape;
  Room room = Room::share;
  bool operator==(const Figure&) const = default;
};

}  // namespace lab
