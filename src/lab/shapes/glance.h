// A picture to judge.
#pragma once

#include <string>
#include <vector>

#include "lab/shapes/gesture.h"
#include "lab/shapes/plane.h"

namespace lab {

// One picture, ink 0 to 1, and what it may be: a choice sets the field to the text in `texts` of
// the same place. The picture is in view for `seconds` once it was asked for, or for any time where
// that is 0. `chosen` and `right` count from 0; -1 where there is none, or where the truth is not
// told. Once it is, the picture stays in view.
struct Glance {
  Plane picture;
  int number = 1, of = 1;  // counted from 1
  double seconds = 0;
  std::vector<std::string> choices, texts;
  Target<Act::pick> pick;
  int chosen = -1, right = -1;
  bool operator==(const Glance&) const = default;
};

template <class Archive, Either<Glance> Self>
void describe(Archive& a, Self& self) {
  a(self.picture, self.number, self.of, self.seconds, self.choices, self.texts, self.pick,
    self.chosen, self.right);
  const int choices = static_cast<int>(self.choices.size());
  a.require(self.texts.size() == self.choices.size());
  a.require(self.chosen >= -1 && self.chosen < choices);
  a.require(self.right >= -1 && self.right < choices);
}

template <class Rows>
void table(Rows& out, const Glance& s) {
  out.line("choice", "text");
  for (std::size_t i = 0; i < s.choices.size(); ++i) out.line(s.choices[i], s.texts[i]);
}

inline Gestures gestures(const Glance& s) { return Gestures().offer(s.pick, s.texts); }

}  // namespace lab
