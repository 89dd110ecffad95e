// What a person types where a number is asked: "5.52", "ln 250", "-log(1/250)", "3/4", "0,3".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace num {

// `value` where `text` is a calculation with a finite result; otherwise `error`, one sentence that
// names what is wrong, and `at`, the byte offset of the place.
struct Calculation {
  std::optional<double> value;
  std::string error;
  std::size_t at = 0;
};

// Grammar: numbers (decimal point or decimal comma, exponent), + - * / ^, the signs U+2212, U+00B7,
// U+00D7, U+00F7, U+221A, brackets, implied products ("2 ln 3"), functions ln log exp sqrt abs log2
// log10 with or without brackets ("ln 250"), constants e and pi (U+03C0). log is the natural one.
// ^ binds tighter than a sign and to the right; a function without brackets takes one power. At
// most 1 000 bytes and 64 levels deep.
Calculation calculate(std::string_view text);

}  // namespace num
