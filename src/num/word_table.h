// Tables of words that a text is searched for place by place.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "num/letters.h"

namespace num {

// The word of a row: a plain word, or the member `word`.
constexpr std::string_view word_of(std::string_view word) { return word; }
template <class Row>
constexpr auto word_of(const Row& row) -> decltype(std::string_view(row.word)) {
  return row.word;
}

// True where `word` stands at byte `at` of `text`; a word in small letters also in any case.
inline bool stands_at(std::string_view text, std::size_t at, std::string_view word) {
  return at < text.size() && text[at] == word[0] && text.substr(at, word.size()) == word;
}
inline bool stands_in_any_case_at(std::string_view text, std::size_t at, std::string_view word) {
  if (at + word.size() > text.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (lower(text[at + i]) != word[i]) return false;
  return true;
}

// `n` rows, none of whose words is empty, indexed by the first bytes of these: at a place of a text
// those alone are compared that begin as it does. Of several that fit, the first of the table
// counts. Needs n < 256.
template <class Row, std::size_t n>
class WordTable {
 public:
  constexpr explicit WordTable(const Row (&rows)[n]) {
    for (std::size_t i = 0; i < n; ++i) {
      rows_[i] = rows[i];
      ++ends_[bucket(word_of(rows[i])[0])];
    }
    for (std::size_t b = 1; b < buckets; ++b)
      ends_[b] = static_cast<std::uint8_t>(ends_[b] + ends_[b - 1]);
    std::array<std::uint8_t, buckets> next = ends_;
    for (std::size_t i = n; i-- > 0;)
      order_[--next[bucket(word_of(rows[i])[0])]] = static_cast<std::uint8_t>(i);
  }

  constexpr auto begin() const { return rows_.begin(); }
  constexpr auto end() const { return rows_.end(); }

  // The row whose word stands at byte `at` of `text` and of which `fits` is true; null for none.
  template <class Fits>
  const Row* at(std::string_view text, std::size_t at, Fits fits) const {
    if (at >= text.size()) return nullptr;
    return first(text[at],
                 [&](const Row& row) { return stands_at(text, at, word_of(row)) && fits(row); });
  }
  const Row* at(std::string_view text, std::size_t at) const {
    return this->at(text, at, [](const Row&) { return true; });
  }

  // The same of words in small letters, where the text may have others.
  template <class Fits>
  const Row* in_any_case_at(std::string_view text, std::size_t at, Fits fits) const {
    if (at >= text.size()) return nullptr;
    return first(lower(text[at]), [&](const Row& row) {
      return stands_in_any_case_at(text, at, word_of(row)) && fits(row);
    });
  }

  // The row whose word is all of `text`; null for none.
  const Row* find(std::string_view text) const {
    if (text.empty()) return nullptr;
    return first(text[0], [text](const Row& row) { return word_of(row) == text; });
  }
  bool holds(std::string_view text) const { return find(text) != nullptr; }

 private:
  // Letters of one case, digits and signs are told apart, and others share a bucket.
  static constexpr std::size_t buckets = 64;
  static constexpr std::size_t bucket(char c) { return static_cast<unsigned char>(c) % buckets; }

  template <class Is>
  const Row* first(char c, Is is) const {
    const std::size_t b = bucket(c);
    for (std::size_t k = b == 0 ? 0 : ends_[b - 1]; k < ends_[b]; ++k)
      if (const Row& row = rows_[order_[k]]; is(row)) return &row;
    return nullptr;
  }

  static_assert(n < 256);
  std::array<Row, n> rows_{};
  std::array<std::uint8_t, n> order_{};       // of the rows, by bucket
  std::array<std::uint8_t, buckets> ends_{};  // in `order_`, behind the last of each bucket
};

template <class Row, std::size_t n>
constexpr WordTable<Row, n> word_table(const Row (&rows)[n]) {
  return WordTable<Row, n>(rows);
}

}  // namespace num
