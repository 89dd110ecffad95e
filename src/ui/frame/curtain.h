// What hangs over figures that would give an answer away, until a guess is made; and the guess,
// which is then drawn over the truth.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>
#include <vector>

#include "ui/frame/marks.h"

namespace ui {

// What a person guessed of a plot, in its units. Plots draw it themselves (ui/plots/guess.h).
struct Guess {
  enum Kind {
    upright,  // one number of x
    level,    // one number of y
    sketch,   // pairs of x and y, x rising
  };
  std::string figure;  // its key
  Kind kind = upright;
  std::string words;  // "your guess 4.2"
  std::vector<double> numbers;
};

// The curtain of one canvas.
struct Curtain {
  std::vector<std::string> covered;  // keys of figures
  std::string words;                 // what stands on it
  std::vector<std::string> rising;   // figures that are just being uncovered
  float risen = 1;                   // how far, from 0 to 1
  std::vector<Guess> guesses;

  // How much of a figure's card hangs under it: 1 all, 0 nothing.
  float share(std::string_view key) const;
  const Guess* guess(std::string_view key) const;  // null where there is none
};

// Draws the curtain over a card, `share` of it from the top, with its words where it hangs whole.
void draw_curtain(ImDrawList& draw, const Box& card, float share, std::string_view words);

}  // namespace ui
