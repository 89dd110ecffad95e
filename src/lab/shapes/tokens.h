// Text in pieces, each with a value.
#pragma once

#include <string>
#include <vector>

#include "lab/shapes/axis.h"
#include "lab/shapes/gesture.h"

namespace lab {

// A piece of a text: a character, a word or a part of one, with blanks and line ends as they are.
// A value that is not finite is a gap.
struct Token {
  std::string text;
  float value = 0;
  bool operator==(const Token&) const = default;
};

template <class Archive, Either<Token> Self>
void describe(Archive& a, Self& self) {
  a(self.text, self.value);
}

// A text whose pieces are shaded by their values, in lines that are broken where the text or the
// width breaks them. `value` names the scale; its range is fitted where low == high.
// `signed_values` asks for the two-sided ramp around zero. `numbers` writes each value beneath its
// piece, for a few pieces; values of many are read out one at a time.
struct Tokens {
  static constexpr std::size_t most = 4096;

  Axis value;
  bool signed_values = false, numbers = false;
  std::vector<Token> pieces;  // at most `most`
  Target<Act::pick> pick;     // a piece's place, counted from 1
  int lit = -1;               // the piece in the accent, from 0
  bool operator==(const Tokens&) const = default;
};

template <class Archive, Either<Tokens> Self>
void describe(Archive& a, Self& self) {
  a(self.value, self.signed_values, self.numbers, self.pieces, self.pick, self.lit);
  a.require(self.pieces.size() <= Tokens::most);
}

template <class Rows>
void table(Rows& out, const Tokens& s) {
  out.line("piece", "text", s.value.label);
  for (std::size_t i = 0; i < s.pieces.size(); ++i)
    out.line(static_cast<int>(i) + 1, s.pieces[i].text, s.pieces[i].value);
}

inline Gestures gestures(const Tokens& s) {
  return Gestures().offer_counted(s.pick, static_cast<int>(s.pieces.size()));
}

}  // namespace lab
