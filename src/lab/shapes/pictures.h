// Pictures of several sizes at one display size.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "lab/shapes/gesture.h"
#include "lab/shapes/plane.h"

namespace lab {

// How the values of a picture become colours.
enum class Tone : std::uint8_t {
  grey,       // 0 black to 1 white
  two_sided,  // the ramp around zero, up to the figure's peak on either side
  colour,     // red, green and blue, each 0 to 1
};
constexpr int tone_count = 3;

// A named picture of rows x cols pixels, row by row: one plane, or those of red, green and blue one
// after another.
struct PictureCard {
  std::string name;
  Tone tone = Tone::grey;
  int rows = 0, cols = 0;
  std::vector<float> values;

  std::size_t planes() const { return tone == Tone::colour ? 3 : 1; }
  bool sound() const {
    return rows > 0 && cols > 0 && values.size() % planes() == 0 &&
           fits(rows, cols, values.size() / planes());
  }
  std::span<const float> plane(std::size_t i) const {
    const std::size_t each = values.size() / planes();
    return std::span(values).subspan(i * each, each);
  }
  bool operator==(const PictureCard&) const = default;
};

template <class Archive, Either<PictureCard> Self>
void describe(Archive& a, Self& self) {
  a(self.name);
  a.enumerator(self.tone, tone_count);
  a(self.rows, self.cols, self.values);
  a.require(self.sound());
}

// Pictures that show the same thing, so that a place in one has its counterpart in all: the same
// share of the width and of the height. Pixels are seen as they are, none is smoothed.
struct Pictures {
  std::vector<PictureCard> pictures;
  float peak = 1;          // of those with two sides
  Target<Act::pick> pick;  // a picture's name
  int lit = -1;            // the picture in the accent, from 0
  bool operator==(const Pictures&) const = default;
};

template <class Archive, Either<Pictures> Self>
void describe(Archive& a, Self& self) {
  a(self.pictures, self.peak, self.pick, self.lit);
}

template <class Rows>
void table(Rows& out, const Pictures& s) {
  constexpr const char* channels[] = {" red", " green", " blue"};
  out.line("picture", "row", "column", "value");
  for (const PictureCard& p : s.pictures)
    for (std::size_t i = 0; i < p.planes(); ++i)
      out.grid(p.planes() > 1 ? p.name + channels[i] : p.name, p.cols, p.plane(i));
}

inline Gestures gestures(const Pictures& s) {
  std::vector<std::string> names;
  for (const PictureCard& p : s.pictures) names.push_back(p.name);
  return Gestures().offer(s.pick, std::move(names));
}

}  // namespace lab
