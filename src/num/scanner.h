// The text of a calculation or formula as a row of tokens: numbers, words and signs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "num/functions.h"
#include "num/symbol.h"

namespace num {

// What a word means. `index` is a symbol, a slot, a family, or the function.
struct Word {
  enum Kind : std::uint8_t { unknown, symbol, bound, family, function, constant, transpose };
  Kind kind = unknown;
  int index = 0;
  double value = 0;  // of a constant
};

// The words that are known. Keys are spelled plainly: "W2", "yhat", "delta1", "x'".
class Words {
 public:
  Words() = default;  // of calculations: plain numbers only, no names but e and pi
  explicit Words(const std::vector<Symbol>& symbols);

  // Case counts, unless no word differs in its case only. A family is known by its bare name, and T
  // is the transpose where no symbol has that name.
  Word find(const std::string& key) const;

  void bind(const std::string& key, int slot) { bound_.emplace_back(key, slot); }
  void release() { bound_.pop_back(); }

  bool calculation() const { return calculation_; }
  const std::vector<std::vector<int>>& families() const { return families_; }

 private:
  void add(const std::string& key, int symbol);
  void rename(const std::string& key, const std::string& function);
  void gather_families();

  bool calculation_ = true;
  std::vector<std::pair<std::string, int>> keys_, bound_, family_keys_;
  std::vector<std::pair<std::string, std::string>> renamed_;  // a key and its function's
  std::vector<std::vector<int>> families_;
};

// `sign` is the kind: an ASCII sign that means itself, or one of the constants below. `at` and
// `size` count bytes.
struct Token {
  static constexpr char end = '\0', number = '0', word = 'a', root = 'r', unreadable = '?',
                        each_times = 'o', each_over = '%', each_power = '&', transposed = 'T',
                        at_most = 'l', at_least = 'g', unequal = 'n', bars = 'B', raised = 'u';
  char sign = end;
  std::size_t at = 0, size = 0;
  double value = 0;   // of a number; the exponent of `raised` (², ⁻¹)
  std::string text;   // a word or sign as it was typed, a word of a calculation in small letters
  std::string key;    // a word as `Words` has it; of '_' with a letter below the line, the letter
  std::string error;  // of what is unreadable: a sentence without a capital
  Word meaning;       // of a word
};

// The token that begins at or after byte `at`, blanks skipped.
//
// A word is the longest row of letters, Greek letters, digits, subscripts and primes that is known,
// provided that what is left of the row is known, too: "W2a" is W2 a, "log250" is log 250. "2e3" is
// a number, "2e" is a number and a word. A decimal comma counts as a point unless `separating`.
Token token_at(std::string_view text, std::size_t at, const Words& words, bool separating = false);

// A name in plain letters: "ŷ", "y_hat" and "\hat{y}" are "yhat", "W_{2}" is "W2", "δ₁" "delta1".
std::string plain(std::string_view name);

}  // namespace num
