// What words mean, and where a row of letters is parted into words.
#include <algorithm>

#include "num/letters.h"
#include "num/scanner.h"

namespace num {
namespace {

constexpr int most_letters = 40;  // of a row; a longer one is no name
constexpr int largest_family = 12;

using Keys = std::vector<std::pair<std::string, int>>;

// The index of `key`; by small letters where that is unique. -1 where there is none.
int place(const Keys& keys, const std::string& key) {
  for (const auto& [known, index] : keys)
    if (known == key) return index;
  int found = -1;
  for (const auto& [known, index] : keys)
    if (lower(known) == lower(key)) {
      if (found >= 0 && found != index) return -1;
      found = index;
    }
  return found;
}

}  // namespace

std::string plain(std::string_view name) {
  std::string key;
  for (std::size_t at = 0; at < name.size();) {
    const Letter l = letter_at(name, at);
    key += l.key;
    at += std::max<std::size_t>(l.size, 1);
  }
  return key;
}

Words::Words(const std::vector<Symbol>& symbols) : calculation_(false) {
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    const int index = static_cast<int>(i);
    if (!symbols[i].function.empty()) {
      rename(plain(symbols[i].text), symbols[i].function);
      continue;
    }
    add(plain(symbols[i].text), index);
    for (const std::string& other : symbols[i].also) add(plain(other), index);
  }
  gather_families();
}

void Words::add(const std::string& key, int symbol) {
  keys_.emplace_back(key, symbol);
  if (key.size() < 2 || key.back() != '\'') return;
  keys_.emplace_back(key.substr(0, key.size() - 1) + "p", symbol);
  keys_.emplace_back(key.substr(0, key.size() - 1) + "prime", symbol);
}

void Words::rename(const std::string& key, const std::string& function) {
  renamed_.emplace_back(key, function);
  for (const char* prime : {"'", "p", "prime"}) renamed_.emplace_back(key + prime, function + "'");
}

// Names that differ in their number only, from 1 on without a gap, are one family.
void Words::gather_families() {
  const Keys keys = keys_;
  for (const auto& [key, first] : keys) {
    if (key.size() < 2 || key.back() != '1' || is_digit(key[key.size() - 2])) continue;
    const std::string bare = key.substr(0, key.size() - 1);
    std::vector<int> members;
    for (int n = 1; n <= largest_family; ++n) {
      const std::string wanted = bare + std::to_string(n);
      const auto at = std::find_if(keys.begin(), keys.end(),
                                   [&wanted](const auto& k) { return k.first == wanted; });
      if (at == keys.end()) break;
      members.push_back(at->second);
    }
    family_keys_.emplace_back(bare, static_cast<int>(families_.size()));
    families_.push_back(std::move(members));
  }
}

Word Words::find(const std::string& key) const {
  for (const auto& [known, slot] : bound_)
    if (known == key) return {Word::bound, slot, 0};
  if (const int symbol = place(keys_, key); symbol >= 0) return {Word::symbol, symbol, 0};
  std::string low = lower(key);
  for (const auto& [renamed, function] : renamed_)
    if (renamed == low) low = function;
  if (const FunctionRow* row = function_row(low); row && (row->in_calculations || !calculation_))
    return {Word::function, static_cast<int>(row->function), 0};
  if (const int family = place(family_keys_, key); family >= 0) return {Word::family, family, 0};
  if (key == "T" && !calculation_) return {Word::transpose, 0, 0};
  if (low == "e") return {Word::constant, 0, 2.718281828459045};
  if (low == "pi") return {Word::constant, 0, 3.141592653589793};
  return {};
}

namespace {

// A row of letters, and what its parts mean. `from` is the first letter of a part.
class Row {
 public:
  Row(std::string_view text, std::size_t at, const Words& words) : words_(words) {
    for (std::size_t next = at; static_cast<int>(letters_.size()) < most_letters;) {
      Letter l = letter_at(text, next);
      if (l.kind == Letter::none) break;
      if (words.calculation() && l.kind != Letter::letter && l.kind != Letter::digit) break;
      next += l.size;
      letters_.push_back(std::move(l));
    }
  }

  std::size_t size(std::size_t letters) const {
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < letters; ++i) bytes += letters_[i].size;
    return bytes;
  }
  std::size_t length() const { return letters_.size(); }

  std::string key(std::size_t from, std::size_t end) const {
    std::string k;
    for (std::size_t i = from; i < end; ++i) k += letters_[i].key;
    return k;
  }

  // The end of the longest known word that begins at `from` and leaves a row of known words; `from`
  // itself where there is none.
  std::size_t word_end(std::size_t from, Word& meaning) const {
    int tries = 0;
    return word_end(from, meaning, tries);
  }

 private:
  std::size_t word_end(std::size_t from, Word& meaning, int& tries) const {
    for (std::size_t end = letters_.size(); end > from; --end) {
      if (!may_end(end) || ++tries > 400) continue;
      const std::string k = key(from, end);
      const Word word = words_.find(k);
      if (word.kind == Word::unknown || !may_be_followed(word, end)) continue;
      Word next;
      if (end < letters_.size() && letters_[end].kind == Letter::letter &&
          word_end(end, next, tries) == end)
        continue;
      meaning = word;
      return end;
    }
    return from;
  }

  bool may_end(std::size_t end) const {
    int open = 0;
    for (std::size_t i = 0; i < end; ++i)
      open += letters_[i].kind == Letter::open ? 1 : letters_[i].kind == Letter::close ? -1 : 0;
    const Letter::Kind last = letters_[end - 1].kind;
    return open == 0 && last != Letter::below;
  }

  // A number that is written on belongs to a name, but stands by itself after a function.
  bool may_be_followed(const Word& word, std::size_t end) const {
    if (end == letters_.size() || letters_[end].kind != Letter::digit) return true;
    return word.kind == Word::function && letters_[end - 1].kind != Letter::digit;
  }

  const Words& words_;
  std::vector<Letter> letters_;
};

}  // namespace

Token word_at(std::string_view text, std::size_t at, const Words& words) {
  const Row row(text, at, words);
  Token token;
  token.sign = Token::word;
  token.at = at;
  std::size_t end = row.word_end(0, token.meaning);
  if (end == 0) end = row.length();
  token.size = row.size(end);
  token.text = text.substr(at, token.size);
  if (words.calculation()) token.text = lower(token.text);
  token.key = row.key(0, end);
  if (token.meaning.kind == Word::transpose) token.sign = Token::transposed;
  return token;
}

}  // namespace num
