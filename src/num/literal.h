// Numbers as people write them within a text: points, commas, groups of three digits, exponents.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace num {

// Which reading is taken of what has two: none, so that it is asked about, or the first or second
// one for each kind of doubt.
struct Choice {
  enum Doubt : std::uint8_t {
    comma = 1,     // decimal, or between thousands; of a logarithm: decimal, or before its base
    exponent = 2,  // 6e -9, 6e+-9, 2.10^-3, 6 x 10-9: a power of ten, or what the signs say
    reach = 4,     // -log 1/250: of all of the product, or of its first factor
    mixture = 8,   // 5 1/2: a sum, or a product
    point = 16     // 1.000: a decimal point, or between thousands; never asked about
  };
  static constexpr int ways = 16;
  bool asks = true;
  int second = 0;  // the doubts that get their second reading
  bool takes_second(Doubt doubt) const { return (second & doubt) != 0; }
};

// A number without a sign at a place of a text. Where `error` is not empty there is none: a
// sentence without a capital, about byte `wrong`. Where `asks`, the error is a question between two
// readings. Where it is about one comma, `by_comma`, `value` has the decimal comma, `thousands`
// takes the comma for the end of a group.
struct Literal {
  double value = 0, thousands = 0;
  std::size_t size = 0;  // bytes
  bool asks = false, by_comma = false;
  std::string error;
  std::size_t wrong = 0;
};

// The number that begins at byte `at` of plain text (num/plain_text.h), where a digit, a point or a
// comma stands.
//
//   number   = whole [mark decimals] [exponent] | mark digits [exponent] | whole mark
//   mark     = "." | ","
//   whole    = digits | group, any number of: separator, three digits; the same separator
//            | one or two digits, any number of: ",", two digits; and last ",", three digits
//   decimals = digits
//            | three digits, any number of: separator, three digits; the last group is shorter
//   group    = one to three digits, the first of a row not 0 where commas or points separate
//   exponent = [blank] "e" or "E" [sign] digits
//
// Groups are separated by blanks, "'", "_", commas or points. Two or more commas are groups:
// 1,000,000 is a million, and so are a comma and a point behind it, 1,000.5, and the other way
// round. One comma is a decimal comma, 0,5 and 12,34 and 1234,567, unless one to three digits
// before it and three behind it would be a group, too: 1,000 asks which is meant, except before an
// exponent or a power of ten, where nobody groups: 6,183e-9. One point is a decimal point: 1.000 is
// 1.
//
// Where `separating`, a comma stands between numbers and is no part of one. Where `strict`, a blank
// may stand before "e" without a sign behind it, too: "6.18 e3". An exponent that may be meant for
// a difference, "6e -9", is asked about, and so is one with two signs, "6e+-9", or, where `strict`,
// in brackets or raised, "6e(-9)" and "6E^-9", and a point that may multiply, "2.10^-3", unless
// `choice` has chosen.
Literal literal_at(std::string_view plain, std::size_t at, bool separating, bool strict,
                   Choice choice = {});

// The whole number at byte `at`, with a sign or in raised digits: an exponent. `size` is 0 where
// there is none.
struct Exponent {
  int value = 0;
  std::size_t size = 0;
};
Exponent exponent_digits(std::string_view plain, std::size_t at);

// What stands at byte `at` for "· 10^-9", blanks before and within allowed: the power of ten as
// people write it behind a number, with "*", "·", "×" or "x", and "^", "**", raised digits or, if
// `fallen`, with a minus at once behind the 10, as a raised one is copied. `size` is 0 for none.
Exponent power_of_ten_at(std::string_view plain, std::size_t at, bool fallen);

// The number that `digits` are, with a point before the last `decimals` of them, times 10^exponent;
// infinite where it is too large. No locale has a say in it.
double decimal_value(std::string_view digits, int decimals, int exponent);

}  // namespace num
