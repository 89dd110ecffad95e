// The letters of names: Latin, Greek, with hats and primes, below the line, and as LaTeX has them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace num {

// The smallest part of a word. `key` is what it adds to the plain spelling. A brace is part of a
// word only right after "_", around letters and digits.
struct Letter {
  enum Kind : std::uint8_t { none, letter, digit, prime, below, open, close, subscript };
  Kind kind = none;
  std::size_t size = 0;  // bytes
  std::string key;
};

// The letter that begins at byte `at`; `none` where no word can go on.
Letter letter_at(std::string_view text, std::size_t at);

// The whole number in raised digits that begins at byte `at`, such as "²" or "⁻¹⁰", at most 9999 in
// size. `size` counts its bytes and is 0 where there is none.
struct Raised {
  int value = 0;
  std::size_t size = 0;
};
Raised raised_at(std::string_view text, std::size_t at);

// The name of the LaTeX command at byte `at`, "" where there is none.
std::string_view command_at(std::string_view text, std::size_t at);

bool is_digit(char c);
bool is_letter(char c);
char lower(char c);
std::string lower(std::string_view s);

// The byte at `at`, '\0' beyond the end.
char char_at(std::string_view text, std::size_t at);

}  // namespace num
