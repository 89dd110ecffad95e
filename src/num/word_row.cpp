#include "num/word_row.h"

#include <algorithm>

#include "num/letters.h"

namespace num {
namespace {

constexpr int most_letters = 40;  // of a row; a longer one is no name

// A row of letters, and what its parts mean. `from` is the first letter of a part.
class Row {
 public:
  Row(std::string_view text, std::size_t at, const Words& words) : words_(words) {
    for (std::size_t next = at; static_cast<int>(letters_.size()) < most_letters;) {
      Letter l = letter_at(text, next);
      if (l.kind == Letter::none) break;
      if (words.calculation() && l.kind == Letter::prime) break;
      next += l.size;
      letters_.push_back(std::move(l));
    }
  }

  std::size_t size(std::size_t letters) const {
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < letters; ++i) bytes += letters_[i].size;
    return bytes;
  }
  // The letters up to a bracket that closes none of theirs: "j" of "j}".
  std::size_t length() const {
    int open = 0;
    for (std::size_t i = 0; i < letters_.size(); ++i) {
      open += letters_[i].kind == Letter::open ? 1 : letters_[i].kind == Letter::close ? -1 : 0;
      if (open < 0) return i;
    }
    return letters_.size();
  }

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
