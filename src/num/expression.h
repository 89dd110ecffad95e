// What a person types where a number is asked: "5.52", "ln 250", "-log(1/250)", "3/4", "0,3".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace num {

// `value` where `text` is a calculation with a finite result; otherwise `error`, one sentence that
// names what is wrong and the character, and `at`, the byte offset of the place.
struct Calculation {
  std::optional<double> value;
  std::string error;
  std::size_t at = 0;
};

// Grammar: numbers (decimal point or decimal comma, exponent), + - * / ^, the signs U+2212, U+2013,
// U+00B7, U+22C5, U+00D7, U+00F7, U+221A, raised whole numbers ("10⁻⁹"), round brackets, functions
// ln log exp sqrt abs log2 log10 with or without brackets ("ln 250"), constants e and pi (U+03C0),
// in capitals or not. log is the natural one. ^ binds tighter than a sign, and to the right.
//
// Products may be implied ("2 ln 3", "2e", "3(1+1)"), from left to right like written ones, but not
// before a number: "1 000" is refused and not read as 0. A function without brackets takes one
// power, "ln 2^3" being ln(2^3); where a product goes on after it ("log 1/250") two readings are
// usual, so that is refused with both, unless another function follows ("ln 8 / ln 2") or the root
// sign has shown how far it reaches.
//
// At most 1 000 bytes and 64 levels deep.
Calculation calculate(std::string_view text);

}  // namespace num
