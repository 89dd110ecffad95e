// What is written in a field of a number, settled between its readings and its sides.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "exam/kinds/number.h"
#include "exam/number_text.h"

namespace exam {

// What an answer comes to: a number and the side that it stands on, or the sentence that says why
// it comes to none.
struct NumberReading {
  double value = 0;
  std::vector<NumberSide> sides;
  std::vector<std::string> names, notes;
  std::string error;
  bool contradicts = false;  // `error` says that an equation does not hold
};

// What it is read for: marking may tell what is right, previewing while it is written may not.
enum class Reading : std::uint8_t { marking, previewing };

// Of what has two readings the one counts that is right, or that another side agrees with, and a
// note says so; where neither is, `error` asks. Only in marking may a point part thousands, since
// that tells what is right.
NumberReading read_number(const Number& kind, std::string_view text, Reading purpose);

}  // namespace exam
