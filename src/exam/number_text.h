// What a person writes where a number is asked, taken apart: a name, sides of "=", a unit.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "num/expression.h"

namespace exam {

// One side of "=". Where one comma leaves two readings, `thousands` and `decimal` hold them, and
// `result` asks.
struct NumberSide {
  std::string written;  // as it was typed
  num::Calculation result;
  std::optional<double> thousands, decimal;
  bool percent = false;  // "%" was written
};

// The sides that can be computed, at least one, or `error`, a sentence that says why not.
struct NumberText {
  std::vector<NumberSide> sides;
  std::string error;
};

// Reads "5.52", "L = ln 250", "ln(250) = 5.52 nats", "≈ 5.52", "$\\ln 250$", "16.3 per cent", in the
// language of num::calculate with these around it:
//
//   text = side, any number of: ("=" | ":=" | ":" | "≈" | "~" | "\approx") side
//   side = ["≈" | "~" | "approx" | "\approx" | "\sim"] calculation [unit]
//
// A side in words or names, "L" or "-log p", is passed over where another side can be computed. The
// unit may be in any case and number, in brackets or in \text{}. A per cent is a hundredth where
// `unit` is empty. A unit that is known and is not `unit` is refused by name.
NumberText number_text(std::string_view typed, std::string_view unit);

}  // namespace exam
