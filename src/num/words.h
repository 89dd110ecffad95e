// The words that a calculation or formula may hold: symbols, functions, constants and families.
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

// A key in plain letters, the same in small letters, and the index of what it names.
struct NameKey {
  explicit NameKey(std::string plain, int named);
  std::string key, low;
  int index;
};

// The words that are known. Keys are spelled plainly: "W2", "yhat", "delta1", "x'".
class Words {
 public:
  Words() = default;  // of calculations: plain numbers only, no names but e and pi
  explicit Words(const std::vector<Symbol>& symbols);

  // Case counts, unless no word differs in its case only. A family is known by its bare name, and T
  // is the transpose where no symbol has that name.
  Word find(const std::string& key) const;

  // True where exactly `key` is a name; find() also takes another case for it.
  bool has(const std::string& key) const;
  // True where a name counts examples (Symbol::counts_examples).
  bool counts_examples() const { return counts_examples_; }

  // True where as many entries of the symbol count as another one says (Symbol::count).
  bool is_counted(int symbol) const { return symbol == counted_; }

  // True where the symbol is the transpose of what it is raised over (Symbol::transposes).
  bool transposes(int symbol) const { return symbol == transposing_; }

  void bind(const std::string& key, int slot) { bound_.emplace_back(key, slot); }
  void release() { bound_.pop_back(); }

  bool calculation() const { return calculation_; }
  const std::vector<std::vector<int>>& families() const { return families_; }

 private:
  void add(const std::string& key, int symbol);
  void rename(const std::string& key, const std::string& function);
  void gather_families();

  bool calculation_ = true, counts_examples_ = false;
  int transposing_ = -1, counted_ = -1;
  std::vector<NameKey> keys_, family_keys_;
  std::vector<std::pair<std::string, int>> bound_;
  std::vector<std::pair<std::string, std::string>> renamed_;  // a key and its function's
  std::vector<std::vector<int>> families_;
};

// A name in plain letters: "ŷ", "y_hat" and "\hat{y}" are "yhat", "W_{2}" is "W2", "δ₁" "delta1".
std::string plain(std::string_view name);

}  // namespace num
