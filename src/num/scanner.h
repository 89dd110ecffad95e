// The text of a calculation as a row of tokens: numbers, words and signs.
#pragma once

#include <string>
#include <string_view>

namespace num {

// `sign` is the kind: one of + - * / ^ ( ), or one of the constants below. `at` and `size` count
// bytes.
struct Token {
  static constexpr char end = '\0', number = '0', word = 'a', root = 'r', unreadable = '?';
  char sign = end;
  std::size_t at = 0, size = 0;
  double value = 0;   // of a number
  std::string text;   // a word in small letters, a sign as it was typed
  std::string error;  // of what is unreadable: a sentence without a capital
};

// The token that begins at or after byte `at`, blanks skipped.
//
// Words are letters, and "log2" and "log10" unless more digits follow. "2e3" is a number, "2e" is a
// number and a word. A decimal comma counts as a point.
Token token_at(std::string_view text, std::size_t at);

}  // namespace num
