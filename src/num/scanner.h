// The plain text of a calculation or formula as a row of tokens: numbers, words and signs.
#pragma once

#include <string>
#include <string_view>

#include "num/literal.h"
#include "num/words.h"

namespace num {

// `sign` is the kind: an ASCII sign that means itself, or one of the constants below. `at` and
// `size` count bytes.
struct Token {
  static constexpr char end = '\0', number = '0', word = 'a', root = 'r', unreadable = '?',
                        each_times = 'o', each_over = '%', each_power = '&', transposed = 'T',
                        at_most = 'l', at_least = 'g', unequal = 'n', bars = 'B', raised = 'u',
                        outer = 'O', percent = 'p';
  char sign = end;
  std::size_t at = 0, size = 0;
  double value = 0;   // of a number; the exponent of `raised` (², ⁻¹)
  std::string text;   // a word or sign, a word of a calculation in small letters
  std::string key;    // a word as `Words` has it; of '_' with a letter below the line, the letter
  std::string error;  // of what is unreadable: a sentence without a capital
  bool asks = false;  // that sentence asks between two readings
  Word meaning;       // of a word
};

// How a comma is read that touches a digit behind it: as a decimal comma, or between values. Where
// values are parted `by_blanks`, one with a blank behind it stands between them, and any other is a
// decimal comma.
enum class Commas : std::uint8_t { decimal, between, by_blanks };

// Where a token stands. Below the sign of a sum a calculation has "=" and "≠", too.
struct Place {
  Commas commas = Commas::decimal;
  bool below_sum = false;
};

// The token that begins at or after byte `at` of plain text (num/plain_text.h), blanks skipped.
//
// A word is the longest row of letters, Greek letters, digits, subscripts and primes that is known,
// provided that what is left of the row is known, too: "W2a" is W2 a, "log250" is log 250. "2e3" is
// a number, "2e" is a number and a word. "49 152" is one number, in groups of three digits.
// `choice` settles what has two readings.
Token token_at(std::string_view text, std::size_t at, const Words& words, Place place = {},
               Choice choice = {});

}  // namespace num
