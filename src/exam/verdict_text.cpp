#include "exam/verdict_text.h"

#include <algorithm>
#include <string>

#include "num/letters.h"
#include "num/plain_text.h"
#include "num/word_table.h"

namespace exam {
namespace {

constexpr auto words_meaning_true = num::word_table<std::string_view>(
    {"true", "t", "yes", "y", "correct", "right", "helps", "help", "wahr", "w", "richtig", "ja",
     "vrai", "oui", "✓", "✔", "✅", "☑"});
constexpr auto words_meaning_false =
    num::word_table<std::string_view>({"false", "f", "no", "n", "incorrect", "wrong", "falsch",
                                       "nein", "faux", "non", "✗", "✘", "❌", "☒"});
constexpr auto link_words = num::word_table<std::string_view>(
    {"and", "und", "et", "is", "are", "ist", "sind", "est", "sont", "the", "only", "statement",
     "statements", "option", "options", "ones"});
constexpr auto rest_words = num::word_table<std::string_view>(
    {"rest", "others", "other", "remaining", "remainder", "übrigen", "anderen", "autres"});

std::optional<bool> verdict_of(std::string_view word) {
  if (words_meaning_true.holds(word)) return true;
  if (words_meaning_false.holds(word)) return false;
  return std::nullopt;
}

// The words of a text in small letters, each tick or cross by itself.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  const std::string plain = num::lower(num::plain_characters(text));
  for (std::size_t at = 0; at < plain.size();) {
    std::size_t size = 1;
    while (at + size < plain.size() && (plain[at + size] & 0xC0) == 0x80) ++size;
    const std::string character = plain.substr(at, size);
    at += size;
    const bool alone = size > 1 && verdict_of(character).has_value();
    if (alone || std::string_view(" \t\n,;:.=()[]{}/|&+>\"'").find(character) != std::string::npos)
      words.emplace_back();
    else
      words.back() += character;
    if (alone) words.insert(words.end() - 1, character);
  }
  std::erase_if(words,
                [](const std::string& word) { return word.empty() || link_words.holds(word); });
  return words;
}

// One verdict for each option, by words or, in one word, by letters.
std::optional<Verdicts> row_of(std::vector<std::string> words, std::size_t all) {
  if (words.size() == 1 && words[0].size() == all) {
    const std::string letters = words[0];
    words.clear();
    for (const char letter : letters) words.emplace_back(1, letter);
  }
  if (words.size() != all || all < 2) return std::nullopt;
  const bool digits = std::find(words.begin(), words.end(), "0") != words.end();
  Verdicts given;
  for (const std::string& word : words) {
    given.push_back(digits && (word == "0" || word == "1") ? word == "1" : verdict_of(word));
    if (!given.back()) return std::nullopt;
  }
  return given;
}

// A word that names an option, says a verdict, or both, "1T"; neither where it is another.
struct Piece {
  const Option* option = nullptr;
  std::optional<bool> verdict;
};

Piece piece_of(const std::vector<Option>& options, std::string_view word) {
  if (const auto verdict = verdict_of(word)) return {nullptr, verdict};
  if (const Option* whole = find_named(options, word)) return {whole, std::nullopt};
  const std::string_view rest = word.substr(0, word.size() - 1), last = word.substr(rest.size());
  const auto verdict = verdict_of(last);
  const Option* option = verdict && !rest.empty() ? find_named(options, rest) : nullptr;
  return option ? Piece{option, verdict} : Piece{};
}

// Options with their verdicts, which stand before or behind them throughout. "The rest" are those
// that have no verdict yet; options before it without one have the other: "2, 5, the rest false".
std::optional<Verdicts> by_option(const std::vector<Option>& options,
                                  const std::vector<std::string>& words) {
  Verdicts given(options.size());
  std::vector<std::size_t> open;  // named, and no verdict yet
  std::optional<bool> said, of_rest;
  bool rests = false;
  const bool before = !words.empty() && verdict_of(words[0]).has_value();
  const auto give = [&](std::size_t option, bool verdict) {
    const bool fits = given[option].value_or(verdict) == verdict;
    given[option] = verdict;
    return fits;
  };
  for (const std::string& word : words) {
    if (of_rest) return std::nullopt;
    if (rest_words.holds(word)) {
      rests = true;
      if (before) of_rest = said;
      continue;
    }
    const Piece piece = piece_of(options, word);
    if (rests && piece.verdict) {
      of_rest = piece.verdict;
      for (const std::size_t option : open)
        if (!give(option, !*of_rest)) return std::nullopt;
      open.clear();
      continue;
    }
    if (rests || (!piece.option && !piece.verdict)) return std::nullopt;
    if (piece.option) open.push_back(static_cast<std::size_t>(piece.option - options.data()));
    if (piece.verdict) {
      if (before ? !open.empty() : open.empty()) return std::nullopt;
      said = piece.verdict;
    }
    if (!said || (!before && !piece.verdict)) continue;
    for (const std::size_t option : open)
      if (!give(option, *said)) return std::nullopt;
    open.clear();
  }
  if (!open.empty() || rests != of_rest.has_value()) return std::nullopt;
  const auto has_verdict = [](const auto& v) { return v.has_value(); };
  if (rests && std::none_of(given.begin(), given.end(), has_verdict)) return std::nullopt;
  for (std::optional<bool>& verdict : given)
    if (rests && !verdict) verdict = of_rest;
  return given;
}

}  // namespace

std::optional<Verdicts> verdicts_in_words(const std::vector<Option>& options,
                                          std::string_view text) {
  constexpr std::size_t most = 400;
  if (text.size() > most) return std::nullopt;
  const std::vector<std::string> words = words_of(text);
  if (auto row = row_of(words, options.size())) return row;
  auto given = by_option(options, words);
  const auto says = [&](bool verdict) {
    return given && std::any_of(given->begin(), given->end(),
                                [verdict](const auto& v) { return v == verdict; });
  };
  if (!says(true) && !says(false)) return std::nullopt;
  if (!says(false))
    for (std::optional<bool>& verdict : *given) verdict = verdict.value_or(false);
  return given;
}

std::optional<Verdicts> verdicts_in_row(const std::vector<Option>& options,
                                        const lab::Json::Array& items) {
  std::vector<std::string> words;
  for (const lab::Json& item : items) {
    const std::string* word = item.string();
    words.push_back(word ? num::lower(num::plain_characters(*word)) : lab::json(item));
  }
  return row_of(std::move(words), options.size());
}

}  // namespace exam
