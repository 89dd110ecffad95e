// One number as a person writes it, where nothing but a number is asked: fields, links, boxes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace num {

// `value` where the text is one number with one reading. Where it has two, `thousands` and
// `decimal` hold them, and where it has none, neither does; `sentence` then asks or says what is
// wrong, in one sentence or two that need no context.
struct WrittenNumber {
  std::optional<double> value;
  std::optional<double> thousands, decimal;
  std::string sentence;
};

// What a place takes beside the number.
struct NumberRules {
  bool percent = false;     // "20 %" is 0.2
  bool separating = false;  // a comma stands between numbers: never within this one
};

// Reads `typed` in plain characters (num/plain_text.h), without what markup and programs put around
// it (num/number_dress.h), "≈" before it, and brackets around all of it:
//
//   text   = [sign] (number [times power] | power) ["%"] ["."]
//   sign   = "+" | "-" | any minus or dash
//   number = as num/literal.h has it: 0.5 0,5 .5 1e-3 6.18 e-9 49 152 1'000 1,000,000 1,000.5
//   times  = "*" | "·" | "×" | "x"
//   power  = "10" ("^" | "**") whole number, or raised: 10^-9 10⁻⁹; behind a number also 10-9
//
// "1,000" has two readings. "1e999" is refused, as is what is not finite.
WrittenNumber written_number(std::string_view typed, NumberRules rules = {});

}  // namespace num
