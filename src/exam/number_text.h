// What a person writes where a number is asked, taken apart: names, sides of "=", units, words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "num/expression.h"

namespace exam {

// One side of "=" that is a number, an infinite one, or a question between readings. `result` and
// its readings are in the unit that is asked for.
struct NumberSide {
  std::string written;  // as it was typed
  std::string name;     // of a side that is no number, plainly
  num::Calculation result;
  std::string unit;       // that was written
  double raw = 0;         // the number before its unit
  bool converts = false;  // the unit is another one of the same kind
  std::string sign;       // before this side
  // What to ask where this reading is not the answer: "5·52" may have a decimal point.
  std::string doubt;
  bool counts = false;  // words before a whole number: "epoch 1"
};

// The sides that can be computed, at least one, and the names that were given to them; or `error`,
// a sentence that says why not.
struct NumberText {
  std::vector<NumberSide> sides;
  std::vector<std::string> names;  // plainly (num/quantity.h)
  std::string error;
};

// Reads "5.52", "L = ln 250", "ln(250) = 5.52 nats", "about 5.52", "$\\ln 250$", "16.3 per cent",
// "7.97 bits", "tensor(5.52)", in the language of num::calculate with these around it: the dress of
// pages and programs (num/number_dress.h), statements and sides (exam/number_sides.h), words
// (exam/number_words.h) and units (exam/number_units.h).
//
// A side in words or names, "L" or "-log p", is passed over where another side can be computed. Of
// several statements the last one counts, or the last that gives `quantity` a name of its own
// (exam/quantity_names.h); others with a name are passed over, "p = 1/250, L = -ln p = 5.52", and
// others without one are sides of it. A unit that is known and is of another kind than `unit` is
// refused by name.
NumberText number_text(std::string_view typed, std::string_view unit,
                       std::string_view quantity = {});

}  // namespace exam
