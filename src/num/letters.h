// The letters of names: Latin, Greek, with hats and primes, below the line, and as LaTeX has them;
// and brackets.
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
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

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
std::string lower(std::string_view s);

// True of what a word or name may hold beside its first letter, bytes of other scripts included.
bool is_part_of_word(char c);

// The byte at `at`, '\0' beyond the end.
constexpr char char_at(std::string_view text, std::size_t at) {
  return at < text.size() ? text[at] : '\0';
}

// Brackets of the three kinds of ASCII, which count alike: "(", "[" and "{".
inline bool opens(char c) { return c == '(' || c == '[' || c == '{'; }
inline bool closes(char c) { return c == ')' || c == ']' || c == '}'; }

// By how much `c` takes what follows it deeper into brackets: 1, 0 or -1.
inline int deeper(char c) { return opens(c) ? 1 : closes(c) ? -1 : 0; }

// The byte of the bracket that closes the one at `at`; npos where none does, or none opens there.
std::size_t closing_bracket(std::string_view s, std::size_t at);
// The same of braces alone, with whatever stands in them.
std::size_t closing_brace(std::string_view s, std::size_t at);

template <std::size_t n>
bool is_one_of(std::string_view name, const std::string_view (&list)[n]) {
  return std::find(std::begin(list), std::end(list), name) != std::end(list);
}

}  // namespace num
