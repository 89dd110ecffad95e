// What the dialects have in common: blanks, words and lists of words.
#pragma once

#include <string_view>

#include "num/letters.h"
#include "num/word_table.h"

namespace num {

inline constexpr std::size_t none = std::string_view::npos;

// `s` without those characters at its beginning and at its end.
inline std::string_view trimmed(std::string_view s, std::string_view before,
                                std::string_view behind) {
  const std::size_t first = s.find_first_not_of(before);
  if (first == none) return {};
  s.remove_prefix(first);
  return s.substr(0, s.find_last_not_of(behind) + 1);
}

// The first byte from `at` on that is no blank.
inline std::size_t skip_blanks(std::string_view s, std::size_t at) {
  while (char_at(s, at) == ' ') ++at;
  return at;
}

// True where `what` stands at byte `at`.
inline bool starts(std::string_view s, std::size_t at, std::string_view what) {
  return stands_at(s, at, what);
}

inline bool is_letter_or_digit(char c) { return is_letter(c) || is_digit(c); }

}  // namespace num
