// Pictures as data: what is seen, not how it is drawn. CSV and the texts for screen readers come
// from the same values.
#pragma once

#include <cstdint>
#include <string>

#include "lab/shapes/shape.h"

namespace lab {

// Room that a figure asks for: the story of the lab, a full row, or a share of a row.
enum class Room : std::uint8_t { story, row, share };
constexpr int room_count = 3;

struct Figure {
  std::string key;    // stable, for export: "loss"
  std::string title;  // says what is seen: "Loss of 200 samples"
  std::string alt;    // one sentence with the finding
  Shape shape;
  Room room = Room::share;
  // The tab that it stands under, in one or two words; empty where it is always in view. Figures of
  // one tab are seen together.
  std::string tab = {};
  bool operator==(const Figure&) const = default;
};

template <class Archive, Either<Figure> Self>
void describe(Archive& a, Self& self) {
  a(self.key, self.title, self.alt, self.shape);
  a.enumerator(self.room, room_count);
  a(self.tab);
}

// What a hand may do to a figure, in the order in which its parts stand.
inline Gestures gestures(const Figure& figure) {
  return std::visit([](const auto& shape) { return gestures(shape); }, figure.shape);
}

}  // namespace lab
